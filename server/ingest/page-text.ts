import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { PageHead } from '#lib/contract/page.ts';
import { Refused } from '../http/errors.ts';
import type { CustomerRow } from '../store/schema.ts';

/** A page of records stays about this small, in characters of JSON. */
const PAGE_SIZE = 1_000_000;

/** What of a row a record is made of. */
export const RECORD = ['id', 'seq', 'profile', 'facts', 'timeline', 'events'] as const;
export type RecordRow = Pick<CustomerRow, (typeof RECORD)[number]>;

const sizeOf = (row: RecordRow): number => row.profile.length + row.facts.length + row.timeline.length;

/** How many rows from the front fit a page; at least one. */
export const fitting = (rows: readonly RecordRow[]): number => {
  let size = 0;
  for (const [index, row] of rows.entries()) {
    size += sizeOf(row);
    if (size > PAGE_SIZE && index > 0) return index;
  }
  return rows.length;
};

/** A number that we gave out as a text, or null. */
export const readNumber = (text: string): number | null => (/^\d{1,16}$/.test(text) ? Number(text) : null);

/** A cursor of ours as a number; anything else was never given out. */
export const readCursor = (cursor: string, head: number): number => {
  const seq = readNumber(cursor);
  if (seq === null) throw new Refused('invalid', { message: 'cursor: not one of this server.' });
  if (seq > head) throw new Refused('cursor-ahead');
  return seq;
};

/** The record as JSON. Its parts are JSON as they are stored, so nothing is parsed and printed again. */
export const recordText = ({ id, seq, profile, facts, timeline, events }: RecordRow): string =>
  `{"id":${JSON.stringify(id)},"profile":${profile},"facts":${facts},"timeline":${timeline},"events":${events},"seq":"${seq}"}`;

/** The same, taken apart: our own JSON, of values that were validated when they came in. */
export const recordOf = (row: RecordRow): CustomerRecord => JSON.parse(recordText(row));

const KEY = '"addresses":';

/**
 * The list of addresses in the JSON of a profile, as it stands there. Inside a text the quotes of the key would be escaped, and
 * no address has a quote in it.
 */
export const addressesText = (profile: string): string => {
  const from = profile.indexOf(`${KEY}[`) + KEY.length;
  let at = from + 1;
  while (profile[at] === '"') {
    at = profile.indexOf('"', at + 1) + 1;
    if (profile[at] === ',') at += 1;
  }
  return profile.slice(from, at + 1);
};

/** A line of a page, as lib/contract/page.ts says. */
const lineOf = (row: RecordRow): string =>
  `[${JSON.stringify(row.id)},"${row.seq}",${addressesText(row.profile)}]\t${recordText(row)}`;

/** What a head carries that is JSON already. */
export type Enclosed = { playbook?: string | undefined; outcomes?: string | undefined };

/** A page of records: its head, and a line for each row. */
export const pageText = (
  head: Omit<PageHead, 'rows' | 'playbook' | 'outcomes'>,
  rows: readonly RecordRow[],
  { playbook, outcomes }: Enclosed = {},
): string => {
  let first = JSON.stringify({ ...head, rows: rows.length }).slice(0, -1);
  if (playbook !== undefined) first += `,"playbook":${playbook}`;
  if (outcomes !== undefined) first += `,"outcomes":${outcomes}`;
  let text = `${first}}\n`;
  for (const row of rows) text += `${lineOf(row)}\n`;
  return text;
};
