import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { CacheDb, Kin } from './cache-db.ts';
import { createReads, parse, reading, type Spot } from './find.ts';
import { asDomain, asName, kinHash, mailboxOf, nameOf } from './kin-keys.ts';

/** What this page has read of the table. A pack never changes, and so neither does what it is found by. */
const memory = new WeakMap<IDBDatabase, Map<number, Kin>>();

const readKin = async (db: CacheDb, packs: ReadonlySet<number>): Promise<ReadonlyMap<number, Kin>> => {
  const connection = db.backendDB();
  const held = (connection && memory.get(connection)) ?? new Map<number, Kin>();
  if (connection) memory.set(connection, held);
  for (const n of held.keys()) if (!packs.has(n)) held.delete(n);
  const missing = [...packs].filter((n) => !held.has(n));
  const read = held.size === 0 ? await db.kin.toArray() : await db.kin.bulkGet(missing);
  for (const kin of read) if (kin && packs.has(kin.n)) held.set(kin.n, kin);
  return held;
};

type Reads = Awaited<ReturnType<typeof createReads>>;
const kinOf = (db: CacheDb, { heads }: Reads) => readKin(db, new Set(heads.map(({ n }) => n)));

/** So many lines are read for each of the people that are wanted; the rest of a crowd stays unread. */
const TRIES = 4;

const isIn = (domain: string, wider: string): boolean => domain === wider || domain.endsWith(`.${wider}`);

/** In which lines of a pack an address at this domain, or below it, stands. */
const linesAt = ({ domains, domainOf, lines }: Kin, domain: string): number[] => {
  if (!domains.includes(domain)) return [];
  const places = domains.split('\n').map((one) => isIn(one, domain));
  return [...lines].filter((_, i) => places[domainOf[i] ?? -1]);
};

const placesOf = (hashes: Uint32Array, hash: number): number[] => {
  const places: number[] = [];
  for (let i = hashes.indexOf(hash); i >= 0; i = hashes.indexOf(hash, i + 1)) places.push(i);
  return places;
};

/** Customers who may have to do with somebody whom the cache does not hold; each list holds at most so many as were asked for. */
export type KinFound = { mailbox: CustomerRecord[]; name: CustomerRecord[]; domain: CustomerRecord[] };

/**
 * Looks for customers with the same mailbox in another spelling, with the same name, and at the same domain or below it.
 * @param names of which any will do; `domain` null: it says nothing of anybody
 */
export const findKin = (
  db: CacheDb,
  { address, names, domain }: { address: string; names: readonly string[]; domain: string | null },
  most: number,
): Promise<KinFound> =>
  reading(db, async () => {
    const reads = await createReads(db);
    const packs = await kinOf(db, reads);
    const spots = (linesIn: (kin: Kin) => number[]): Spot[] =>
      reads.heads.flatMap(({ n, gen }) => {
        const kin = packs.get(n);
        return kin ? linesIn(kin).map((at) => ({ gen, rank: 0, n, at })) : [];
      });
    const enough = most * TRIES;
    const known = new Map<string, CustomerRecord | null>();
    const recordOf = async (id: string): Promise<CustomerRecord | null> => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const found = await reads.line(id);
      const record = found && found !== 'broken' ? parse(found.line) : null;
      known.set(id, record);
      return record;
    };
    /** People of these keys and lines who still are what they are looked for. */
    const people = async (
      keys: string[],
      linesIn: (kin: Kin) => number[],
      fits: (record: CustomerRecord) => boolean,
    ): Promise<CustomerRecord[]> => {
      const rows = [
        ...(await db.rows.where('kin').anyOf(keys).limit(enough).toArray()),
        ...(await db.rows.where('addresses').anyOf(keys).limit(enough).toArray()),
      ];
      const found = new Map<string, CustomerRecord>();
      for (const spot of [...rows.filter(({ gen }) => reads.gens.includes(gen)), ...spots(linesIn)].slice(
        0,
        enough,
      )) {
        if (found.size === most) break;
        const id = (await reads.lineOf(spot))?.id;
        const record = id === undefined ? null : await recordOf(id);
        if (record && fits(record)) found.set(record.id, record);
      }
      return [...found.values()];
    };

    const box = mailboxOf(address);
    const called = [...new Set(names.map(nameOf))].filter((name) => name !== '');
    const hashes = called.map(kinHash);
    return {
      mailbox: await people(
        [box],
        ({ boxes, lines }) => placesOf(boxes, kinHash(box)).map((i) => lines[i] ?? 0),
        ({ profile }) => profile.addresses.some((one) => mailboxOf(one) === box),
      ),
      name: await people(
        called.map(asName),
        (kin) => hashes.flatMap((hash) => placesOf(kin.names, hash)),
        ({ profile }) => called.includes(nameOf(profile.name)),
      ),
      domain:
        domain === null
          ? []
          : await people(
              [asDomain(domain)],
              (kin) => linesAt(kin, domain),
              ({ profile }) =>
                profile.addresses.some((one) => isIn(one.slice(one.lastIndexOf('@') + 1), domain)),
            ),
    };
  });

type Known = { of: string; domains: readonly string[] };
const lists = new WeakMap<IDBDatabase, Known>();

/** The domains of all addresses here, each once. The same array as before while nothing has changed. */
export const knownDomains = (db: CacheDb): Promise<readonly string[]> =>
  reading(db, async () => {
    const packs = await kinOf(db, await createReads(db));
    const connection = db.backendDB();
    // A pack never changes; of the rows, which do, the keys themselves are asked for.
    const keys = (await db.rows.where('kin').startsWith('@').uniqueKeys()).map(String);
    const of = [...packs.keys(), ...keys].join();
    const before = connection && lists.get(connection);
    if (before?.of === of) return before.domains;
    const domains = new Set<string>();
    for (const kin of packs.values()) for (const domain of kin.domains.split('\n')) domains.add(domain);
    for (const key of keys) domains.add(key.slice(1));
    domains.delete('');
    const list = [...domains];
    if (connection) lists.set(connection, { of, domains: list });
    return list;
  });
