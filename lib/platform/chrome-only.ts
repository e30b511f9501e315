/** What only Chrome has; each is left out quietly where it is missing (Firefox, 2026-11). */
type ChromeOnly = {
  sidePanel?: {
    setPanelBehavior: (behavior: { openPanelOnActionClick: boolean }) => Promise<void>;
  };
  storage?: { local?: { setAccessLevel?: (level: { accessLevel: string }) => Promise<void> } };
};
const chromeOnly = (globalThis as { chrome?: ChromeOnly }).chrome;

/**
 * The toolbar button is ours to answer: only a click that reaches the worker tells the extension where the tab is
 * (activeTab), and without that the panel could not ask to turn the site on.
 */
export const answerToolbarClicks = async (): Promise<void> =>
  chromeOnly?.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });

/** The token lies in storage.local: page scripts must not read it. */
export const shieldStorage = async (): Promise<void> =>
  chromeOnly?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
