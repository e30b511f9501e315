import { rowHash } from '#lib/contract/digest.ts';
import { type RecordLine, recordLine } from '#lib/contract/page.ts';
import type { Head, Pack } from './cache-db.ts';

/** One customer as a page says them. `rank`: see `rankOf`. */
export type Entry = { id: string; addresses: readonly string[]; line: string; rank: number };

/**
 * As many as a page of the wire brings, so that each becomes one pack. The browser keeps a value of more than 64 kB in a file of its
 * own, and waits for it to be begun: with two packs a page a first load was a fourth slower (Chromium, November 2026). A line is
 * found the sooner the smaller the pack.
 */
export const PACK_LINES = 512;

/** For telling ids apart without their text: 53 bits, so that among a million two are alike once in a lifetime. */
export const idHash = (id: string): number => {
  const [high, low] = rowHash(id, '');
  return high * 2 ** 21 + (low >>> 11);
};

/** For finding an address; whoever finds it reads the line and looks again. */
export const addressHash = (address: string): number => rowHash(address, '')[0];

/**
 * Of two entries of one generation the higher rank is in force: what is newer on the server. A page is not older than its own
 * cursor, nor a record than its own number, so the rank is the greater of the two. Below 0: they are gone, as of that number.
 */
export const rankOf = (seq: string, cursor: string): number => Math.max(Number(seq), Number(cursor));
export const isGone = ({ rank }: { rank: number }): boolean => rank < 0;
export const outranks = (a: number, b: number): boolean => Math.abs(a) > Math.abs(b);

/** Somebody who is no longer there is a line without a record. */
const goneEntry = (id: string, cursor: string): Entry => ({
  id,
  addresses: [],
  line: recordLine(id, '0', [], ''),
  rank: -Math.max(1, Number(cursor)),
});

export const entriesOf = (lines: readonly RecordLine[], gone: readonly string[], cursor: string): Entry[] => [
  ...lines.map(({ id, seq, addresses, line }) => ({ id, addresses, line, rank: rankOf(seq, cursor) })),
  ...gone.map((id) => goneEntry(id, cursor)),
];

/** A pack of up to 512 entries, and its head. */
export const toPack = (n: number, gen: number, entries: readonly Entry[]): { pack: Pack; head: Head } => {
  const hashes: number[] = [];
  const lines: number[] = [];
  for (const [line, entry] of entries.entries())
    for (const address of entry.addresses) {
      hashes.push(addressHash(address));
      lines.push(line);
    }
  return {
    pack: { n, text: entries.map(({ line }) => line).join('\n') },
    head: {
      n,
      gen,
      ids: Float64Array.from(entries, ({ id }) => idHash(id)),
      ranks: Float64Array.from(entries, ({ rank }) => rank),
      addresses: Uint32Array.from(hashes),
      lineOf: Uint16Array.from(lines),
    },
  };
};

/** The line of this number in a pack's text; empty when there are not so many. */
export const lineAt = (text: string, line: number): string => {
  let from = 0;
  for (let i = 0; i < line; i += 1) {
    from = text.indexOf('\n', from) + 1;
    if (from === 0) return '';
  }
  const end = text.indexOf('\n', from);
  return end < 0 ? text.slice(from) : text.slice(from, end);
};
