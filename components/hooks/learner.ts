import { type Dbs, lookUp } from '#lib/cache/look-up.ts';
import type { Frames } from '#lib/detect/frames.ts';
import { newSelves } from '#lib/detect/learn.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { type Settings, writeSettings } from '#lib/platform/settings.ts';
import type { Inquired } from '#lib/sync/filter.ts';
import { createInquiry } from './inquiry.ts';

const inquireOnce = (dbs: Dbs, addresses: string[], signal: AbortSignal): Promise<Inquired> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const tell = (inquired: Inquired) => {
      resolve(inquired);
      done.abort();
    };
    createInquiry(dbs, addresses, tell, AbortSignal.any([signal, done.signal]));
  });

/**
 * Keeps what a page tells of who the rep is, under the rules of lib/detect/learn.ts: only when neither this browser nor the server knows
 * a customer of that address. Who cannot be asked about is asked about another day.
 */
export const createLearner = (dbs: Dbs, signal: AbortSignal) => {
  const tried = new Set<string>();
  return async (frames: Frames, chosen: PageReading, url: string, settings: Settings): Promise<void> => {
    // A browser that is not paired knows no customers at all.
    if (!settings.connection) return;
    const { hostname: site } = new URL(url);
    const told = newSelves(frames, chosen, site, settings).filter((address) => !tried.has(address));
    for (const address of told) tried.add(address);
    for (const address of told) {
      const isKnown = (await lookUp(dbs, [address])).has(address);
      const inquired = isKnown ? 'found' : await inquireOnce(dbs, [address], signal);
      if (inquired !== 'none' && inquired !== 'asked') continue;
      // As the settings are at that moment: another panel may have learned it, or the rep taken it back.
      await writeSettings((now) => {
        const isNew = newSelves(frames, chosen, site, now).includes(address);
        const news = isNew ? [{ address, host: chosen.host, site, at: Date.now() }] : [];
        return { learned: [...now.learned, ...news] };
      });
    }
  };
};
