import { browser } from './browser.ts';
import { listSites } from './sites.ts';
import { createTurns } from './stored.ts';

const ID = 'page';
const FILE = 'page.js';

const register = async (): Promise<string[]> => {
  const matches = await listSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      { id: ID, js: [FILE], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
  return matches;
};

const inTurn = createTurns();
/**
 * Makes the page script run on exactly the granted sites, in all their frames; returns the patterns. An update and a
 * grant can ask for it at the same moment, and the browser refuses to register one script twice.
 */
export const registerPageScript = (): Promise<string[]> => inTurn(register);

/** Pages that were open before a grant or an update: the script starts there too, without a reload. */
export const injectIntoOpenTabs = async (patterns: string[]): Promise<void> => {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded
        ? null
        : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [FILE] }),
    ),
  );
};
