import type { PageMessage } from './protocol.ts';
import { PageMessageSchema, SentMessageSchema } from './schemas.ts';

export type Sender = {
  id?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
  url?: string | undefined;
  /** Whose a document without an address of its own is. */
  origin?: string | undefined;
};
/** `site`: an address of the site that the frame shows; of no form when it is nobody's. */
export type FromPage = { tab: number; frame: number; site: string; message: PageMessage };

/**
 * Reads a message that claims to be a page script's: only from this extension, from a frame of a tab, of the
 * agreed shape. Anything else is null and goes no further.
 */
export const fromPage = (extensionId: string, sender: Sender, payload: unknown): FromPage | null => {
  if (sender.id !== extensionId || sender.tab?.id === undefined || sender.frameId === undefined) return null;
  const parsed = PageMessageSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { url = '', origin = '' } = sender;
  const site = /^https?:/u.test(url) ? url : origin;
  return { tab: sender.tab.id, frame: sender.frameId, site, message: parsed.data };
};

/** The tab that a reply went out of, and when it was sent off, if `payload` is that message of a frame of this extension; else null. */
export const sentFrom = (
  extensionId: string,
  sender: Sender,
  payload: unknown,
): { tab: number; at: number } | null => {
  if (sender.id !== extensionId || sender.tab?.id === undefined || sender.frameId === undefined) return null;
  const parsed = SentMessageSchema.safeParse(payload);
  return parsed.success ? { tab: sender.tab.id, at: parsed.data.at } : null;
};
