import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type CustomerRecord, type Profile, TIMELINE_SIZE } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { newCustomer } from '#server/ingest/customers.ts';
import { lookAt } from '#server/ingest/lifecycle.ts';
import { NOW, seeded, someEvents } from '../customers.ts';

/** So many customers differ in what happened to them; after these the same histories come again under other names. */
const HISTORIES = 20_000;

/** Most customers have a handful of events (the median is 6), one in ten more than sixty. */
const eventCount = (random: () => number): number => 1 + Math.floor(90 * random() ** 4);

type History = Pick<CustomerRecord, 'facts' | 'timeline' | 'events'> & { due: number | null };

const profileOf = (n: number, now: number): Profile => ({
  name: `Customer ${n}`,
  addresses: [addressOf(n)],
  company: `Company ${n % 4_000}`,
  createdAt: now - 700 * DAY,
  account: n % 5 === 0,
});

const told = (events: readonly SukiEvent[]): Omit<History, 'due'> => ({
  facts: foldAll(events),
  timeline: events
    .toSorted((a, b) => b.at - a.at)
    .slice(0, TIMELINE_SIZE)
    .map(({ id, type, at, data }) => ({ id, type, at, data })),
  events: events.length,
});

/** What happened to one customer up to now, their stage included: a server has nothing to add to it. */
const history = (n: number, random: () => number, now: number): History => {
  const events = someEvents(`h${n}`, eventCount(random), random).map((event) => ({
    ...event,
    at: event.at - NOW + now,
  }));
  const look = (so: readonly SukiEvent[]) =>
    lookAt({ ...newCustomer(`h${n}`, profileOf(n, now)), ...told(so) }, defaultPlaybook, {
      now,
      cause: 'bench',
    });
  const { change } = look(events);
  const all = change ? [...events, change] : events;
  return { ...told(all), due: look(all).due };
};

export const idOf = (n: number): string => `c${String(n).padStart(7, '0')}`;
export const addressOf = (n: number): string => `person${n}@shop${n % 97}.example`;

export type Document = { record: CustomerRecord; due: number | null };

/**
 * The customers that everybody syncs, the same in every run but for the day, each as it would come from a server of ours.
 * `due`: when they need something, which the server keeps beside them.
 */
export function* documents(count: number, now: number): Generator<Document> {
  const random = seeded(20_261_204);
  const histories: History[] = [];
  for (let n = 0; n < count; n++) {
    if (n < HISTORIES) histories.push(history(n, random, now));
    const own = histories[n % HISTORIES];
    if (!own) throw new Error('no histories');
    const { due, ...rest } = own;
    yield { record: { id: idOf(n), profile: profileOf(n, now), ...rest, seq: '1' }, due };
  }
}

/** One document a line, for the servers to load. @returns the bytes of one document on average */
export const writeDocuments = async (path: string, count: number): Promise<number> => {
  const file = createWriteStream(path);
  let bytes = 0;
  for (const { record } of documents(count, Date.now())) {
    const line = `${JSON.stringify(record)}\n`;
    bytes += line.length;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return bytes / count;
};
