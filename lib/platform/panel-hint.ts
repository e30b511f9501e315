import { browser } from './browser.ts';

/**
 * Says in a tab how to open the panel by hand. Only right after a click of the rep on Suki's button: that is what lets the script in,
 * also where the site is off. Does nothing on pages that no extension may touch.
 */
export const showPanelHint = async (tab: number): Promise<void> => {
  await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ['panel-hint.js'] })
    .catch(() => undefined);
};
