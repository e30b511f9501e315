import type { PageReading } from '#lib/detect/types.ts';
import { browser } from './browser.ts';

/** What the frames of one tab say together. `gone` until a frame has said anything. */
export type TabView = { at: number; reading: PageReading };

const key = (tab: number): string => `view:${tab}`;

/** In session storage: gone with the browser, kept when the worker sleeps, unreadable for pages. */
export const writeTabView = (tab: number, view: TabView): Promise<void> => browser.storage.session.set({ [key(tab)]: view });
export const removeTabView = (tab: number): Promise<void> => browser.storage.session.remove(key(tab));
export const readTabView = async (tab: number): Promise<TabView | null> =>
  ((await browser.storage.session.get(key(tab)))[key(tab)] as TabView | undefined) ?? null;

export const watchTabView = (tab: number, on: (view: TabView | null) => void, signal: AbortSignal): void => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'session' ? changes[key(tab)] : undefined;
    if (change) on((change.newValue as TabView | undefined) ?? null);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
};
