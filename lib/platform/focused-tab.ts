import { browser } from './browser.ts';
import { stored } from './stored.ts';

/** The tab that the panel's window shows. `url` is known only where Suki may see it. */
export type FocusedTab = { id: number; url: string | null };

const toolbarClick = stored('session', 'toolbar-click', (value) => value as number | undefined);
/** Tells an open panel that it may now see where the tab is. */
export const noteToolbarClick = (): Promise<void> => toolbarClick.write(Date.now());

/** Calls `on` with the active tab of this window now, when another is chosen, and when it goes elsewhere. */
export const watchFocusedTab = (on: (tab: FocusedTab | null) => void, signal: AbortSignal): void => {
  let window: number | undefined;
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    window = tab?.windowId;
    if (!signal.aborted) on(tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null });
  };
  const activated = (info: { windowId: number }) => {
    if (window === undefined || info.windowId === window) void look();
  };
  const updated = (_id: number, change: { url?: string | undefined; status?: string | undefined }) => {
    if (change.url !== undefined || change.status !== undefined) void look();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  });
  toolbarClick.watch(() => void look(), signal);
  void look();
};
