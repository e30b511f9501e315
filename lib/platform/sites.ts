import { browser } from './browser.ts';

/** `https://mail.example/*` for an http(s) address, else null: pages that no extension may run on. */
export const originPattern = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  // Match patterns know no ports: a grant is for the host.
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
};

export const listSites = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? [];
export const hasSite = (pattern: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [pattern] });

/** Must be called straight from a click: the browser shows its own question. */
export const requestSite = (pattern: string): Promise<boolean> =>
  browser.permissions.request({ origins: [pattern] });
export const removeSite = (pattern: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [pattern] });

export const watchSites = (on: () => void, signal: AbortSignal): void => {
  browser.permissions.onAdded.addListener(on);
  browser.permissions.onRemoved.addListener(on);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(on);
    browser.permissions.onRemoved.removeListener(on);
  });
};

/** `never`: no extension may run there · `unknown`: the browser does not say where the tab is until it is asked to. */
export type Access = 'on' | 'off' | 'never' | 'unknown';

/** Whether Suki is on for this address, now and at each change. */
export const watchAccess = (url: string | null, on: (access: Access) => void, signal: AbortSignal): void => {
  const pattern = url === null ? null : originPattern(url);
  const look = async (): Promise<void> => {
    if (url === null) return on('unknown');
    const access = pattern === null ? 'never' : (await hasSite(pattern)) ? 'on' : 'off';
    if (!signal.aborted) on(access);
  };
  watchSites(() => void look(), signal);
  void look();
};
