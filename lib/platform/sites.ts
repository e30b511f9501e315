import { browser } from './browser.ts';

/** `https://mail.example/*` for an http(s) address, else null: pages that no extension may run on. */
export const originPattern = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  // Match patterns know no ports: a grant is for the host.
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
};

export const listSites = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [];
export const hasSite = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** Must be called straight from a click: the browser shows its own question. */
export const requestSite = (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] });
export const removeSite = (pattern: string): Promise<boolean> => browser.permissions.remove({ origins: [pattern] });

export const watchSites = (on: () => void, signal: AbortSignal): void => {
  browser.permissions.onAdded.addListener(on);
  browser.permissions.onRemoved.addListener(on);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(on);
    browser.permissions.onRemoved.removeListener(on);
  });
};
