import type { AgainMessage, PageMessage, SentMessage } from '#lib/messages/protocol.ts';

/**
 * The page script's end of the line. It uses the browser's own API, without the polyfill that the extension's
 * pages load: this code runs in every frame of every site that is on.
 */
type Runtime = {
  id?: string;
  sendMessage: (message: PageMessage | SentMessage) => Promise<unknown> | undefined;
  onMessage?: { addListener: (listener: (message: AgainMessage) => void) => void };
};
const runtime = (): Runtime | undefined => (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;

/** False once the extension was updated or removed under this page. */
export const isConnected = (): boolean => runtime()?.id !== undefined;

/** Tells the worker; falls silent when there is none any more. */
export const tell = (message: PageMessage | SentMessage): void => {
  // "Extension context invalidated": an update took the worker away, and the new script takes over.
  ask(message).catch(() => {});
};

/** What the worker answers to `message`; null when there is none any more. */
export const ask = async (message: PageMessage | SentMessage): Promise<unknown> =>
  (await runtime()?.sendMessage(message)) ?? null;

/** Calls `on` whenever the worker wants to hear the page's word once more. */
export const onAgain = (on: () => void): void =>
  runtime()?.onMessage?.addListener(({ type }) => {
    if (type === 'page.again') on();
  });

/**
 * Ends when the script starts anew in this document: after an update, or a grant while the page stood open. The page
 * can bring that about, too, and gains nothing that its own silence would not give it.
 */
export const untilReplaced = (): AbortController => {
  const event = `${runtime()?.id}:page`;
  document.dispatchEvent(new Event(event));
  const ended = new AbortController();
  document.addEventListener(event, () => ended.abort(), { once: true });
  return ended;
};
