import type { Watch } from '#lib/compose/types.ts';
import { sentFrom } from '#lib/messages/router.ts';
import { browser } from './browser.ts';

/** Runs in the frame, so it may use nothing from outside itself. */
const heed = (known: string[]): void => {
  const { sukiSending } = globalThis as { sukiSending?: Watch };
  if (sukiSending) sukiSending.known = known;
};

/**
 * Has all frames of a tab tell when a reply goes out of them, unless it is to others than `known`, the addresses of whoever is in view:
 * they compare that themselves. Asked again for the same documents it changes nothing else.
 */
export const watchForReplies = async (tab: number, known: readonly string[]): Promise<void> => {
  const target = { tabId: tab, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, files: ['sending.js'] });
    await browser.scripting.executeScript({ target, func: heed, args: [[...known]] });
  } catch {
    // The page went elsewhere meanwhile; what comes next is asked anew.
  }
};

/** Calls `on` with the tab that a reply went out of and when it was sent off (epoch milliseconds), until the signal aborts. */
export const onReplySent = (on: (tab: number, at: number) => void, signal: AbortSignal): void => {
  const listener = (payload: unknown, sender: Parameters<typeof sentFrom>[1]): undefined => {
    const sent = sentFrom(browser.runtime.id, sender, payload);
    if (sent) on(sent.tab, sent.at);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
};
