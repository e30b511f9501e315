import { browser } from './browser.ts';
import { stored } from './stored.ts';

/** The tab that the panel's window shows. `url` is known only where Suki may see it. */
export type FocusedTab = { id: number; url: string | null };

const toolbarClick = stored('session', 'toolbar-click', (value) => value as number | undefined);
/** Tells an open panel that it may now see where the tab is. */
export const noteToolbarClick = (): Promise<void> => toolbarClick.write(Date.now());

/**
 * Calls `on` with the active tab of this window now, when another is chosen, and when it goes elsewhere. A message that
 * was opened in a window of its own has no panel there: while such a popup is in front, this window's panel shows it,
 * if this is the window that was used before.
 */
export const watchFocusedTab = (on: (tab: FocusedTab | null) => void, signal: AbortSignal): void => {
  let own: number | undefined;
  let popup: number | null = null;
  let isLastUsed = true;
  let looks = 0;
  const look = async () => {
    looks += 1;
    const mine = looks;
    const where = popup === null ? { currentWindow: true } : { windowId: popup };
    const [tab] = await browser.tabs.query({ active: true, ...where });
    if (popup === null) own = tab?.windowId;
    // Answers may overtake each other.
    if (!signal.aborted && mine === looks)
      on(tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null });
  };
  const shows = (window: number | undefined): boolean => own === undefined || window === (popup ?? own);
  const activated = ({ windowId }: { windowId: number }) => {
    if (shows(windowId)) void look();
  };
  const updated = (_id: number, change: { url?: string | undefined; status?: string | undefined }) => {
    if (change.url !== undefined || change.status !== undefined) void look();
  };
  const turnTo = (window: number | null): void => {
    if (popup === window) return;
    popup = window;
    void look();
  };
  const focused = async (id: number) => {
    // Another program came to the front.
    if (id === browser.windows.WINDOW_ID_NONE) return;
    const isPopup = await browser.windows.get(id).then(
      ({ type }) => type === 'popup',
      () => false,
    );
    if (!isPopup) isLastUsed = id === own;
    turnTo(isPopup && isLastUsed ? id : null);
  };
  const closed = (id: number) => {
    if (id === popup) turnTo(null);
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.windows.onFocusChanged.addListener(focused);
  browser.windows.onRemoved.addListener(closed);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.windows.onFocusChanged.removeListener(focused);
    browser.windows.onRemoved.removeListener(closed);
  });
  toolbarClick.watch(() => void look(), signal);
  void look();
};
