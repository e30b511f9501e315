import type { Mirror } from '#lib/cache/outbox.ts';
import { browser } from './browser.ts';

const PREFIX = 'outbox:';

/** The outbox's second home in storage.local: one key for each unsettled mutation. */
export const storageMirror: Mirror = {
  put: (rows) =>
    browser.storage.local.set(
      Object.fromEntries(
        rows.map(({ id, customer, name, at, body, account = null }) => [
          PREFIX + id,
          { id, customer, name, at, body, account },
        ]),
      ),
    ),
  remove: (ids) => browser.storage.local.remove(ids.map((id) => PREFIX + id)),
  all: async () => {
    const stored = await browser.storage.local.get(null);
    return Object.entries(stored)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([, row]) => row as Awaited<ReturnType<Mirror['all']>>[number]);
  },
};
