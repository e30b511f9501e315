import { renewFilter } from '../filter.ts';
import { locking } from '../ingest/context.ts';
import type { Tables } from '../store/schema.ts';
import type { StoreKind, Tx } from '../store/store.ts';

/** What lets a device in: it may have been signed out, or have another token, since a backup was made. */
const ENTRY = ['revoked_at', 'token_hash', 'token_until', 'next_hash', 'next_until'] as const;
type Entry = Pick<Tables['devices'], (typeof ENTRY)[number]>;

/** What a store knows of who may get in, and of what members may do. */
type Admission = {
  devices: ReadonlyMap<string, Entry>;
  /** Members who have no device left, since when: of theirs none may come back, known here or not. */
  gone: ReadonlyMap<string, number>;
  /** Links that were used or taken back. */
  links: ReadonlyMap<string, { used_at: number | null; revoked_at: number | null }>;
  /** Role and teams. */
  roles: ReadonlyMap<string, string>;
};

/** What a restore has kept of the store that it replaced. */
export type Kept = {
  /** Devices that work in the backup, and were signed out since. */
  devices: number;
  /** Members whose role or teams are those of the backup again, and not those of the store. */
  roles: number;
};

const roleOf = ({ role, teams }: { role: string; teams: string }): string => `${role} ${teams}`;

/** Held, so that nobody can be signed out between this and the end of the transaction, and be forgotten. */
export const readAdmission = async (tx: Tx, kind: StoreKind): Promise<Admission> => {
  const rows = await locking(
    kind,
    tx
      .selectFrom('devices')
      .select(['id', 'member_id', ...ENTRY])
      .orderBy('id'),
  ).execute();
  const devices = new Map(rows.map(({ id, member_id: _, ...entry }) => [id, entry]));
  const gone = new Map<string, number>();
  for (const [member, own] of Map.groupBy(rows, (row) => row.member_id)) {
    const ends = own.flatMap(({ revoked_at }) => revoked_at ?? []);
    if (ends.length === own.length) gone.set(member, Math.max(...ends));
  }
  const links = await locking(
    kind,
    tx
      .selectFrom('pairings')
      .select(['code_hash', 'used_at', 'revoked_at'])
      .where((e) => e.or([e('used_at', 'is not', null), e('revoked_at', 'is not', null)]))
      .orderBy('code_hash'),
  ).execute();
  const members = await tx.selectFrom('members').select(['id', 'role', 'teams']).execute();
  return {
    devices,
    gone,
    links: new Map(links.map(({ code_hash, ...ends }) => [code_hash, ends])),
    roles: new Map(members.map((member) => [member.id, roleOf(member)])),
  };
};

/**
 * Lets in, of those who are in the data that was put back, whom the data before it would have let in: who was signed out stays so,
 * since the same moment, and who has renewed the token need not pair again.
 */
export const keepAdmission = async (tx: Tx, was: Admission): Promise<Kept> => {
  const signedIn = await tx
    .selectFrom('devices')
    .select(['id', 'member_id', 'token_until'])
    .where('revoked_at', 'is', null)
    .execute();
  let devices = 0;
  for (const { id, member_id, token_until } of signedIn) {
    const entry = was.devices.get(id);
    const since = entry?.revoked_at ?? was.gone.get(member_id) ?? null;
    if (!entry && since === null) continue;
    // What was put back may also be the newer of the two.
    const isNewer = (entry?.token_until ?? 0) >= (token_until ?? 0);
    await tx
      .updateTable('devices')
      .set({ ...(isNewer && entry), revoked_at: since })
      .where('id', '=', id)
      .execute();
    if (since !== null) devices += 1;
  }
  // The key of the filter that was put back is known to them.
  if (devices > 0) await renewFilter(tx);
  const open = await tx
    .selectFrom('pairings')
    .select('code_hash')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { code_hash } of open) {
    const ends = was.links.get(code_hash);
    if (ends) await tx.updateTable('pairings').set(ends).where('code_hash', '=', code_hash).execute();
  }
  const members = await tx.selectFrom('members').select(['id', 'role', 'teams']).execute();
  const roles = members.filter((member) => {
    const before = was.roles.get(member.id);
    return before !== undefined && before !== roleOf(member);
  });
  return { devices, roles: roles.length };
};
