import type { Frames } from '#lib/detect/frames.ts';
import { browser } from './browser.ts';
import { createTurns, type Stored, stored } from './stored.ts';

const KEY = 'view:';
/** What a tab's frames said, in session storage: gone with the browser, kept when the worker sleeps, hidden from pages. */
const viewOf = (tab: number): Stored<Frames> =>
  // Written by the worker alone, from messages that it has parsed.
  stored('session', `${KEY}${tab}`, (value) => (value as Frames | undefined) ?? {});

const inTurn = createTurns();
/** Changes what a tab's frames said. One at a time, so that two frames that speak at once both stay heard. */
export const changeTabView = (
  tab: number,
  change: (frames: Frames) => Frames | Promise<Frames>,
): Promise<void> =>
  inTurn(async () => {
    const view = viewOf(tab);
    const now = await change(await view.read());
    await (Object.keys(now).length > 0 ? view.write(now) : view.remove());
  });

export const readTabView = (tab: number): Promise<Frames> => viewOf(tab).read();
export const removeTabView = (tab: number): Promise<void> => inTurn(viewOf(tab).remove);
/** Forgets what the frames of all tabs said. */
export const forgetTabViews = (): Promise<void> =>
  inTurn(async () => {
    const keys = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(keys.filter((key) => key.startsWith(KEY)));
  });
export const watchTabView = (tab: number, on: (frames: Frames) => void, signal: AbortSignal): void =>
  viewOf(tab).watch(on, signal);
