import type { Frames } from '#lib/detect/frames.ts';
import { browser } from './browser.ts';

const key = (tab: number): string => `view:${tab}`;

/** In session storage: gone with the browser, kept when the worker sleeps, unreadable for pages. */
export const readTabView = async (tab: number): Promise<Frames> =>
  ((await browser.storage.session.get(key(tab)))[key(tab)] as Frames | undefined) ?? {};
export const removeTabView = (tab: number): Promise<void> => browser.storage.session.remove(key(tab));

let queue: Promise<void> = Promise.resolve();
/** Changes what a tab's frames said. One at a time, so that two frames that speak at once both stay heard. */
export const changeTabView = (tab: number, change: (frames: Frames) => Frames): Promise<void> => {
  queue = queue.then(async () => {
    await browser.storage.session.set({ [key(tab)]: change(await readTabView(tab)) });
  });
  return queue;
};

/** Calls `on` with what the tab's frames say now and at each change, until the signal aborts. */
export const watchTabView = (tab: number, on: (frames: Frames) => void, signal: AbortSignal): void => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'session' ? changes[key(tab)] : undefined;
    if (change) on((change.newValue as Frames | undefined) ?? {});
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  void readTabView(tab).then((frames) => !signal.aborted && on(frames));
};
