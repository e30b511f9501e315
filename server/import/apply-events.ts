import type { SukiEvent } from '#lib/contract/events.ts';
import type { Ingest } from '../ingest/context.ts';
import { storeEvents } from '../ingest/events.ts';
import { membersAmong } from '../ingest/members.ts';
import { type Outcome, ownersOf } from './apply-customers.ts';
import type { EventRow } from './event-rows.ts';
import { type Fault, fault } from './problem.ts';

/** Addresses found so far in this run. One that is missing is looked up again, it may be added any time. */
export type AddressBook = Map<string, string>;
const REMEMBERED = 200_000;

const lookUp = async (ingest: Ingest, rows: readonly EventRow[], book: AddressBook): Promise<void> => {
  if (book.size > REMEMBERED) book.clear();
  const missing = new Set<string>();
  for (const { who } of rows) if ('address' in who && !book.has(who.address)) missing.add(who.address);
  for (const [address, id] of await ownersOf(ingest, [...missing])) book.set(address, id);
};

const noSuch = (who: EventRow['who']): Fault =>
  'id' in who
    ? fault(`there is no customer with the id ${who.id}`, 'Import the customers first, then this file again.')
    : fault(
        `no customer has the address ${who.address}`,
        'Import the customers first, then this file again.',
      );

/** Those of the names in hand-overs that nobody has here. */
const strangersIn = async (ingest: Ingest, rows: readonly EventRow[]): Promise<Set<string>> => {
  const names = new Set(rows.flatMap(({ event }) => (event.type === 'Handed Over' ? [event.data.to] : [])));
  return names.size === 0 ? names : names.difference(await membersAmong(ingest, [...names]));
};

/** Records imported events; the stages are looked at when the whole file is in. */
export const applyEventRows = async (
  ingest: Ingest,
  rows: readonly EventRow[],
  book: AddressBook,
): Promise<Outcome[]> => {
  await lookUp(ingest, rows, book);
  const strangers = await strangersIn(ingest, rows);
  const toNobody = ({ event }: EventRow): string | null =>
    event.type === 'Handed Over' && strangers.has(event.data.to) ? event.data.to : null;
  const events: (SukiEvent | null)[] = rows.map((row) => {
    const { who, event } = row;
    if (toNobody(row) !== null) return null;
    const subject = 'id' in who ? who.id : book.get(who.address);
    if (subject === undefined) return null;
    // Theirs until now was a placeholder. To copy each of many events would cost, and a second try sets it anew.
    event.subject = subject;
    return event;
  });
  const { fresh, unknown } = await storeEvents(
    ingest,
    events.filter((event) => event !== null),
  );
  const created = new Set(fresh);
  return rows.map((row, index): Outcome => {
    const event = events[index];
    const stranger = toNobody(row);
    if (stranger !== null)
      return fault(`nobody here is called "${stranger}"`, 'Invite them first, or leave the row out.');
    if (!event || unknown.has(event.subject)) {
      if ('address' in row.who) book.delete(row.who.address);
      return noSuch(row.who);
    }
    return created.has(event) ? 'created' : 'known';
  });
};
