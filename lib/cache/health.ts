import { DAY } from '#lib/contract/primitives.ts';
import type { CacheDb, Health } from './cache-db.ts';

const NEW: Health = { key: 'health', checkedAt: 0, odd: false, differed: 0, letGo: false };

export const readHealth = async (db: CacheDb): Promise<Health> => {
  const row = await db.meta.get('health');
  return row?.key === 'health' ? row : NEW;
};

export const noteHealth = (db: CacheDb, change: (before: Health) => Partial<Health>): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const before = await readHealth(db);
    await db.meta.put({ ...before, ...change(before) });
  });

/** So many are asked for again in one exchange. */
const WANTED_AT_ONCE = 20;

const readWanted = async (db: CacheDb): Promise<Record<string, number>> => {
  const row = await db.meta.get('wanted');
  return row?.key === 'wanted' ? row.ids : {};
};

/** Notes customers whose record could not be read ([S36]): the next exchange asks for them, once a day. */
export const noteUnreadable = (db: CacheDb, ids: readonly string[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const wanted = await readWanted(db);
    const news = ids.filter((id) => !(id in wanted));
    if (news.length === 0) return;
    await db.meta.put({
      key: 'wanted',
      ids: { ...wanted, ...Object.fromEntries(news.map((id) => [id, 0])) },
    });
    await noteHealth(db, () => ({ odd: true }));
  });

/** Whom to ask for again; from now on they count as asked for. */
export const takeWanted = (db: CacheDb, now: number): Promise<string[]> =>
  db.transaction('rw', db.meta, async () => {
    const wanted = Object.entries(await readWanted(db));
    if (wanted.length === 0) return [];
    const ids = wanted.flatMap(([id, askedAt]) => (askedAt === 0 ? [id] : [])).slice(0, WANTED_AT_ONCE);
    const kept = wanted.filter(([, askedAt]) => askedAt === 0 || askedAt > now - DAY);
    if (ids.length > 0 || kept.length < wanted.length) {
      const asked = Object.fromEntries(kept.map(([id, at]) => [id, ids.includes(id) ? now : at]));
      await db.meta.put({ key: 'wanted', ids: asked });
    }
    return ids;
  });
