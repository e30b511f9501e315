import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { NOW, seeded, someEvents } from '../customers.ts';

/** So many customers differ in what happened to them; after these the same histories come again under other names. */
export const HISTORIES = 20_000;

/** Most customers have a handful of events (the median is 6), one in ten more than sixty. */
const eventCount = (random: () => number): number => 1 + Math.floor(90 * random() ** 4);

const history = (n: number, random: () => number): Omit<CustomerRecord, 'id' | 'profile'> => {
  const events = someEvents(`h${n}`, eventCount(random), random).sort((a, b) => b.at - a.at);
  return {
    facts: foldAll(events),
    timeline: events.slice(0, 20).map(({ id, type, at, data }) => ({ id, type, at, data })),
    events: events.length,
  };
};

export const idOf = (n: number): string => `c${String(n).padStart(7, '0')}`;
export const addressOf = (n: number): string => `person${n}@shop${n % 97}.example`;

/** The customers that everybody syncs, the same in every run, each as it would come from a server of ours. */
export function* documents(count: number): Generator<CustomerRecord> {
  const random = seeded(20_261_204);
  const histories: Omit<CustomerRecord, 'id' | 'profile'>[] = [];
  for (let n = 0; n < count; n++) {
    if (n < HISTORIES) histories.push(history(n, random));
    const own = histories[n % HISTORIES];
    if (!own) throw new Error('no histories');
    yield {
      id: idOf(n),
      profile: {
        name: `Customer ${n}`,
        addresses: [addressOf(n)],
        company: `Company ${n % 4_000}`,
        createdAt: NOW - 700 * DAY,
        account: n % 5 === 0,
      },
      ...own,
      seq: '1',
    };
  }
}

/** One document a line, for the servers to load. @returns the bytes of one document on average */
export const writeDocuments = async (path: string, count: number): Promise<number> => {
  const file = createWriteStream(path);
  let bytes = 0;
  for (const document of documents(count)) {
    const line = `${JSON.stringify(document)}\n`;
    bytes += line.length;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return bytes / count;
};
