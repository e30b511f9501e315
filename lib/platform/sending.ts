import { sentFrom } from '#lib/messages/router.ts';
import { browser } from './browser.ts';

/** Has all frames of a tab tell when a reply goes out of them. Asked again for the same documents it changes nothing. */
export const watchForReplies = async (tab: number): Promise<void> => {
  await browser.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, files: ['sending.js'] })
    // The page went elsewhere meanwhile; what comes next is asked anew.
    .catch(() => {});
};

/** Calls `on` with the tab that a reply went out of, until the signal aborts. */
export const onReplySent = (on: (tab: number) => void, signal: AbortSignal): void => {
  const listener = (payload: unknown, sender: Parameters<typeof sentFrom>[1]): undefined => {
    const tab = sentFrom(browser.runtime.id, sender, payload);
    if (tab !== null) on(tab);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
};
