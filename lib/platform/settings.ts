import { z } from 'zod';
import { Address } from '#lib/contract/primitives.ts';
import { Member } from '#lib/contract/sync.ts';
import { browser } from './browser.ts';

export const Settings = z.object({
  connection: z
    .object({
      server: z.url(),
      token: z.string(),
      device: z.string(),
      label: z.string().catch(''),
      member: Member,
      workspace: z.string(),
    })
    .nullable()
    .catch(null),
  own: z
    .object({ addresses: z.array(Address), domains: z.array(z.string()) })
    .catch({ addresses: [], domains: [] }),
});
export type Settings = z.infer<typeof Settings>;

const KEY = 'settings';
const parse = (stored: unknown): Settings => Settings.parse(stored ?? {});

export const readSettings = async (): Promise<Settings> => parse((await browser.storage.local.get(KEY))[KEY]);

export const writeSettings = async (change: Partial<Settings>): Promise<void> => {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
};

/** Calls `on` now and at each change, until the signal aborts. */
export const watchSettings = (on: (settings: Settings) => void, signal: AbortSignal): void => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) on(parse(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  void readSettings().then((settings) => !signal.aborted && on(settings));
};
