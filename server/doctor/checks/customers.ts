import { isDeepStrictEqual } from 'node:util';
import { Profile, TIMELINE_SIZE } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { fromRow, newestFirst, toEntry } from '../../ingest/events.ts';
import { foldVersion, refoldAll } from '../../ingest/lifecycle.ts';
import { among } from '../../store/among.ts';
import type { CustomerRow, EventRow } from '../../store/schema.ts';
import { count } from '../../words.ts';
import { type Check, type Exam, type Finding, note, ok, PUT_BACK, some, wrong } from '../types.ts';

/** Customers in memory at a time, and their events. */
const PAGE = 200;
/** Ids that are skipped over at a time, for a sample. */
const STRIDE = 5_000;

/** What may be wrong with one customer. The first four are made anew from the events that are on file. */
const FAULTS = {
  unreadable: 'facts or a timeline that cannot be read',
  facts: 'facts that their events do not give',
  timeline: 'a timeline that is not their newest events',
  events: 'a number of events that they do not have',
  data: 'an event that cannot be read',
  profile: 'a profile that cannot be read',
  addresses: 'addresses in the profile that are not on file as theirs, or the other way round',
  place: 'another owner or team in the profile than on file',
} as const;
type Fault = keyof typeof FAULTS;
const MENDABLE: readonly Fault[] = ['unreadable', 'facts', 'timeline', 'events'];
const MEND = 'npm run doctor -- --mend marks them, and the server makes that anew from their events.';

/** As it is when it was stored and read. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  isDeepStrictEqual([...a].sort(), [...b].sort());

const foldFaults = (row: CustomerRow, events: readonly SukiEvent[]): Fault[] => {
  const facts = stored(refoldAll(events));
  const newest = stored(events.toSorted(newestFirst).slice(0, TIMELINE_SIZE).map(toEntry));
  const [haveFacts, haveTimeline] = [parse(row.facts), parse(row.timeline)];
  if (haveFacts === undefined || haveTimeline === undefined) return ['unreadable'];
  const faults: Fault[] = [];
  if (row.events !== events.length) faults.push('events');
  if (!isDeepStrictEqual(haveTimeline, newest)) faults.push('timeline');
  if (!isDeepStrictEqual(haveFacts, facts)) faults.push('facts');
  return faults;
};

/** One whose events cannot be read is a finding, and not the end of looking. */
const eventFaults = (row: CustomerRow, events: readonly EventRow[]): Fault[] => {
  try {
    return foldFaults(row, events.map(fromRow));
  } catch {
    return ['data'];
  }
};
/** What is wrong even with somebody who waits to be folded anew. */
const DAMAGE: readonly Fault[] = ['unreadable', 'data'];

const profileFaults = (row: CustomerRow, addresses: readonly string[]): Fault[] => {
  const profile = Profile.safeParse(parse(row.profile));
  if (!profile.success) return ['profile'];
  const faults: Fault[] = [];
  if (!same(profile.data.addresses, addresses)) faults.push('addresses');
  const { owner = null, team = null } = profile.data;
  if (owner !== row.owner || team !== row.team) faults.push('place');
  return faults;
};

/** The ids to look at: all, or every so-manieth. */
async function* idPages({ tx, sample }: Exam, total: number): AsyncGenerator<string[]> {
  const step = sample === null ? 1 : Math.max(1, Math.floor(total / sample));
  const size = step === 1 ? PAGE : STRIDE;
  let at = 0;
  for (let after = ''; ; ) {
    const last = after;
    const page = await tx
      .selectFrom('customers')
      .select('id')
      .where('id', '>', last)
      .where('gone', '=', 0)
      .orderBy('id')
      .limit(size)
      .execute();
    const ids = page.map(({ id }) => id).filter(() => at++ % step === 0);
    for (let from = 0; from < ids.length; from += PAGE) yield ids.slice(from, from + PAGE);
    const end = page.at(-1);
    if (!end) return;
    after = end.id;
  }
}

const readPage = async ({ tx, kind }: Exam, ids: readonly string[]) => {
  const mine = (column: string) => among(kind, column, ids);
  const rows = await tx.selectFrom('customers').selectAll().where(mine('id')).execute();
  const marked = await tx.selectFrom('refolds').selectAll().where(mine('customer_id')).execute();
  const addresses = await tx.selectFrom('addresses').selectAll().where(mine('customer_id')).execute();
  const events: EventRow[] = await tx.selectFrom('events').selectAll().where(mine('customer_id')).execute();
  return {
    rows,
    marked: new Set(marked.map((row) => row.customer_id)),
    addresses: Map.groupBy(addresses, (row) => row.customer_id),
    events: Map.groupBy(events, (row) => row.customer_id),
  };
};

/** Everything of a customer that is made from something else, against what it is made from. */
export const customers: Check = {
  name: 'customers',
  run: async (exam) => {
    const { n } = await exam.tx
      .selectFrom('customers')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('gone', '=', 0)
      .executeTakeFirstOrThrow();
    const total = Number(n);
    const found = new Map<Fault, string[]>();
    let looked = 0;
    let waiting = 0;
    for await (const ids of idPages(exam, total)) {
      const page = await readPage(exam, ids);
      for (const row of page.rows) {
        const addresses = (page.addresses.get(row.id) ?? []).map(({ address }) => address);
        const faults = profileFaults(row, addresses);
        const isWaiting = page.marked.has(row.id) || row.fold_version !== foldVersion;
        if (isWaiting) waiting += 1;
        const derived = eventFaults(row, page.events.get(row.id) ?? []);
        faults.push(...(isWaiting ? derived.filter((fault) => DAMAGE.includes(fault)) : derived));
        for (const fault of faults) {
          const ids = found.get(fault) ?? [];
          ids.push(row.id);
          found.set(fault, ids);
        }
        if (faults.some((fault) => MENDABLE.includes(fault))) exam.refold(row.id);
      }
      looked += ids.length;
      exam.onProgress(looked, exam.sample === null ? total : Math.min(total, exam.sample));
    }
    const findings: Finding[] = [...found].map(([fault, ids]) =>
      wrong(
        `${count(ids.length, 'customer has', 'customers have')} ${FAULTS[fault]}: ${some(ids)}`,
        MENDABLE.includes(fault) ? MEND : PUT_BACK,
      ),
    );
    if (findings.length === 0)
      findings.push(
        ok(
          `${count(looked, 'customer')} of ${total.toLocaleString('en')} looked at: what is said of them is what their events give`,
        ),
      );
    if (waiting > 0)
      findings.push(
        note(`${count(waiting, 'customer waits', 'customers wait')} to be folded anew; the server does that`),
      );
    return findings;
  },
};
