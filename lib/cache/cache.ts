import type { Playbook } from '#lib/contract/playbook.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { CacheDb, Progress } from './cache-db.ts';
import { readCounter } from './heads.ts';

export const readProgress = async (db: CacheDb): Promise<Progress | null> => {
  const row = await db.meta.get('progress');
  return row?.key === 'progress' ? row : null;
};

/** The generations that are shown, the one in force first. */
export const shownGens = ({ gen, before, cursor }: Progress): number[] =>
  cursor === null && before !== null ? [gen, before] : [gen];

/** Whether everybody who should be here is, so that who is not found is no customer of this device's scopes ([S80]). */
export const hasAll = (progress: Progress | null): boolean =>
  progress !== null && (progress.cursor !== null || progress.before !== null) && progress.part !== true;

export const readPlaybook = async (db: CacheDb): Promise<Playbook | null> => {
  const row = await db.meta.get('playbook');
  return row?.key === 'playbook' ? row.playbook : null;
};

/** Who is at work here, as the server said last; empty before it has. */
export const readMembers = async (db: CacheDb): Promise<Member[]> => {
  const row = await db.meta.get('members');
  return row?.key === 'members' ? row.members : [];
};

/** Notes who is at work here. Written only when it changed, so that nobody who watches the row is woken for nothing. */
export const noteMembers = (db: CacheDb, members: Member[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    if (JSON.stringify(await readMembers(db)) === JSON.stringify(members)) return;
    await db.meta.put({ key: 'members', members });
  });

/**
 * Forgets everything at once, for another server or account, or because this device was signed out. Only the counter stays, so
 * that no page mistakes a new pack for one that it has read. The outbox is never touched from here.
 */
export const resetCache = (db: CacheDb): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    const counter = await readCounter(db);
    for (const table of db.tables) await table.clear();
    await db.meta.put({ ...counter, taken: counter.taken + 1 });
  });
