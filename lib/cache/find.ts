import { CustomerRecord } from '#lib/contract/customer.ts';
import { type RecordLine, readLine } from '#lib/contract/page.ts';
import { readProgress, shownGens } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import { addressHash, idHash, isGone, lineAt } from './entry.ts';
import { readHeads } from './heads.ts';

/** `bad`: ids of customers who are here and cannot be read, to be asked for again ([S36]). */
export type Found = { records: CustomerRecord[]; bad: string[] };

/** Where a line lies, without reading it: in a row, or in a pack. */
export type Spot = { gen: number; rank: number } & ({ line: string } | { n: number; at: number });

/** Of equal rank the later: rows are not packed until they are many. */
const lateness = (spot: Spot): number => ('n' in spot ? spot.n : Number.MAX_SAFE_INTEGER);

/** The one in force first. */
const inForce = (a: Spot, b: Spot): number =>
  b.gen - a.gen || Math.abs(b.rank) - Math.abs(a.rank) || lateness(b) - lateness(a);

/** Reads of one moment: to be made and used inside of `reading`. */
export const createReads = async (db: CacheDb) => {
  const progress = await readProgress(db);
  const gens = progress ? shownGens(progress) : [];
  const heads = [...(await readHeads(db)).values()].filter(({ gen }) => gens.includes(gen));
  const texts = new Map<number, Promise<string>>();
  const textOf = (n: number): Promise<string> => {
    const known = texts.get(n);
    if (known) return known;
    const text = db.packs.get(n).then((pack) => pack?.text ?? '');
    texts.set(n, text);
    return text;
  };
  const lineOf = async (spot: Spot): Promise<RecordLine | null> =>
    readLine('line' in spot ? spot.line : lineAt(await textOf(spot.n), spot.at));

  const spotsOf = async (id: string): Promise<Spot[]> => {
    const rows = await db.rows.bulkGet(gens.map((gen): [number, string] => [gen, id]));
    const spots: Spot[] = rows.flatMap((row) => row ?? []);
    const hash = idHash(id);
    for (const { n, gen, ids, ranks } of heads)
      for (let at = ids.indexOf(hash); at >= 0; at = ids.indexOf(hash, at + 1))
        spots.push({ gen, rank: ranks[at] ?? 0, n, at });
    return spots.sort(inForce);
  };

  return {
    heads,
    gens,
    lineOf,
    /** The line in force of a customer; null: there is none, or they are gone. `broken`: it cannot be read. */
    line: async (id: string): Promise<{ line: RecordLine; spot: Spot } | 'broken' | null> => {
      for (const spot of await spotsOf(id)) {
        const line = await lineOf(spot);
        if (!line) return 'broken';
        // Another id with the same hash.
        if (line.id !== id) continue;
        return isGone(spot) ? null : { line, spot };
      }
      return null;
    },
    /** Ids of everybody who has or had one of these addresses in some line. */
    owners: async (addresses: readonly string[]): Promise<Set<string>> => {
      const rows = await db.rows.where('addresses').anyOf(addresses).primaryKeys();
      const owners = new Set(rows.map(([, id]) => id));
      const hashes = addresses.map(addressHash);
      for (const head of heads)
        for (const hash of hashes)
          for (let i = head.addresses.indexOf(hash); i >= 0; i = head.addresses.indexOf(hash, i + 1)) {
            const line = await lineOf({ gen: head.gen, rank: 0, n: head.n, at: head.lineOf[i] ?? 0 });
            if (line?.addresses.some((address) => addresses.includes(address))) owners.add(line.id);
          }
      return owners;
    },
  };
};

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The record of a line; null: it is none of the contract. */
export const parse = ({ id, text }: RecordLine): CustomerRecord | null => {
  const { data } = CustomerRecord.safeParse(tryJson(text));
  return data?.id === id ? data : null;
};

export const reading = <T>(db: CacheDb, work: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.packs, db.heads, db.kin, db.rows, db.meta], work);

/** The customers that own any of these addresses, in the order of the addresses, each once. */
export const findByAddress = (db: CacheDb, addresses: readonly string[]): Promise<Found> =>
  reading(db, async () => {
    const reads = await createReads(db);
    const found: { record: CustomerRecord; place: number; spot: Spot }[] = [];
    const bad: string[] = [];
    for (const id of await reads.owners(addresses)) {
      const known = await reads.line(id);
      if (known === 'broken') bad.push(id);
      if (known === null || known === 'broken') continue;
      const { line, spot } = known;
      const place = addresses.findIndex((address) => line.addresses.includes(address));
      if (place < 0) continue;
      const record = parse(line);
      if (record) found.push({ record, place, spot });
      else bad.push(id);
    }
    found.sort((a, b) => a.place - b.place || inForce(a.spot, b.spot));
    return { records: found.map(({ record }) => record), bad };
  });

/** One customer; null: nobody, or a record that cannot be read. */
export const readRecord = (db: CacheDb, id: string): Promise<CustomerRecord | null> =>
  reading(db, async () => {
    const known = await (await createReads(db)).line(id);
    return known === null || known === 'broken' ? null : parse(known.line);
  });
