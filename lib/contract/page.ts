import { z } from 'zod';
import { Outcomes, Playbook } from './playbook.ts';
import { Address, Id, Instant } from './primitives.ts';

/** Opaque to clients; compared only by the server, and by `atLeast` (sync.ts) for releasing the overlay. */
export const Cursor = z.string().min(1).max(64);
/** The server's number of a change, as it stands in a record. */
export const Seq = z.string().regex(/^\d{1,16}$/);

/**
 * A page of records is lines of text, so that neither end has to take apart what it only stores: first the head as JSON, then a
 * line for each record: `[id, seq, addresses]` as JSON, a tab, and the record (CustomerRecord) as JSON. JSON has neither tabs
 * nor line breaks in it. Every line ends with a line break, the last one too: a page that was cut short anywhere is noticed.
 */
export const PageHead = z.object({
  epoch: z.uuid(),
  serverTime: Instant,
  /** Lines that follow. */
  rows: z.number().int().min(0),
  /** Of a snapshot: the head before its first row. Of a pull: what to send next. */
  cursor: Cursor,
  /** There is more: of a snapshot, ask again with `after`; of a pull, with the cursor. */
  more: z.boolean(),
  after: z.string().max(200).optional(),
  /** Customers that are no longer there, or no longer for this device. */
  gone: z.array(Id).optional(),
  playbook: Playbook.optional(),
  /** What the team has answered since, when the rest of the playbook is as before. */
  outcomes: Outcomes.optional(),
});
export type PageHead = z.infer<typeof PageHead>;

/** A record that was not taken apart: `text` is its JSON, `line` the whole line as it came. */
export type RecordLine = { id: string; seq: string; addresses: string[]; text: string; line: string };
export type RecordPage = { head: PageHead; lines: RecordLine[] };

const LineHead = z.tuple([Id, Seq, z.array(Address).max(50)]);
/**
 * How nearly all of them look, with one address and no letter that is written in another way in JSON: a fraction of the work for the
 * page. It takes nothing that `LineHead` does not take.
 */
const PLAIN = /^\["([\w.:-]{1,128})","(\d{1,16})",\["([\w.+-]{1,160}@[\w.-]{1,150})"\]\]$/;

/** One line of a page. `record` is JSON already. */
export const recordLine = (id: string, seq: string, addresses: readonly string[], record: string): string =>
  `${JSON.stringify([id, seq, addresses])}\t${record}`;

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readHead = (text: string): z.infer<typeof LineHead> | null => {
  const [, id, seq, address] = PLAIN.exec(text) ?? [];
  if (id !== undefined && seq !== undefined && address !== undefined) return [id, seq, [address]];
  return LineHead.safeParse(tryJson(text)).data ?? null;
};

/** What stands before the tab, checked. Null: not a line of a page. The record itself is parsed by whoever reads it. */
export const readLine = (line: string): RecordLine | null => {
  const tab = line.indexOf('\t');
  const head = tab < 0 ? null : readHead(line.slice(0, tab));
  if (!head) return null;
  const [id, seq, addresses] = head;
  return { id, seq, addresses, text: line.slice(tab + 1), line };
};

/** A whole page, or null when its head, its number of lines or one of its lines is not of this contract. */
export const readPage = (body: string): RecordPage | null => {
  const [first = '', ...rest] = body.split('\n');
  if (rest.pop() !== '') return null;
  const head = PageHead.safeParse(tryJson(first));
  if (!head.success || head.data.rows !== rest.length) return null;
  const lines: RecordLine[] = [];
  for (const text of rest) {
    const line = readLine(text);
    if (!line) return null;
    lines.push(line);
  }
  return { head: head.data, lines };
};
