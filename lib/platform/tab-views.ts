import type { Frames } from '#lib/detect/frames.ts';
import { createTurns, type Stored, stored } from './stored.ts';

/** What a tab's frames said, in session storage: gone with the browser, kept when the worker sleeps, hidden from pages. */
const viewOf = (tab: number): Stored<Frames> =>
  // Written by the worker alone, from messages that it has parsed.
  stored('session', `view:${tab}`, (value) => (value as Frames | undefined) ?? {});

const inTurn = createTurns();
/** Changes what a tab's frames said. One at a time, so that two frames that speak at once both stay heard. */
export const changeTabView = (tab: number, change: (frames: Frames) => Frames): Promise<void> =>
  inTurn(async () => viewOf(tab).write(change(await viewOf(tab).read())));

export const readTabView = (tab: number): Promise<Frames> => viewOf(tab).read();
export const removeTabView = (tab: number): Promise<void> => inTurn(viewOf(tab).remove);
export const watchTabView = (tab: number, on: (frames: Frames) => void, signal: AbortSignal): void =>
  viewOf(tab).watch(on, signal);
