import type { Member } from '#lib/contract/sync.ts';
import type { MemberChange, TeamMember } from '#lib/contract/team.ts';
import { type Actor, audit } from '../audit.ts';
import { renewFilter } from '../filter.ts';
import { locking } from '../ingest/context.ts';
import { OperatorError } from '../store/errors.ts';
import type { Store, StoreKind, Tx } from '../store/store.ts';
import { type AuthDeps, readTeams, toMember } from './sessions.ts';

/** Without an admin nobody could invite anybody, or take this back. */
export class LastAdmin extends OperatorError {
  override name = 'LastAdmin';
  constructor(name: string) {
    super(`${name} is the last admin.`, 'Make somebody else an admin first.');
  }
}

const signedIn = (tx: Tx) => tx.selectFrom('devices').select('member_id').where('revoked_at', 'is', null);

/** Who is at work here: members with a device that is signed in, by name. Who has left has none. */
export const listMembers = async (tx: Tx): Promise<Member[]> => {
  const rows = await tx
    .selectFrom('members')
    .selectAll()
    .where('id', 'in', signedIn(tx))
    .orderBy('name')
    .execute();
  return rows.map(toMember);
};

/** Everybody who ever was, by name. */
export const listTeam = async (tx: Tx, now: number): Promise<TeamMember[]> => {
  const rows = await tx
    .selectFrom('members')
    .selectAll()
    .select((e) => [
      e
        .selectFrom('devices')
        .select((d) => d.fn.countAll<number>().as('n'))
        .whereRef('member_id', '=', 'members.id')
        .where('revoked_at', 'is', null)
        .as('devices'),
      e
        .selectFrom('devices')
        .select((d) => d.fn.max('last_seen_at').as('at'))
        .whereRef('member_id', '=', 'members.id')
        .as('lastSeenAt'),
      e
        .selectFrom('pairings')
        .select((p) => p.fn.max('expires_at').as('at'))
        .whereRef('member_id', '=', 'members.id')
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .as('invitedUntil'),
    ])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    ...toMember(row),
    ...{ teams: readTeams(row.teams), devices: row.devices ?? 0 },
    ...{ lastSeenAt: row.lastSeenAt, invitedUntil: row.invitedUntil },
  }));
};

/** Throws LastAdmin when nobody who is signed in would be an admin without this one. */
const keepAnAdmin = async (tx: Tx, kind: StoreKind, member: { id: string; name: string }): Promise<void> => {
  // Two admins who demote each other at the same moment take turns.
  const query = tx.selectFrom('members').select('id').where('role', '=', 'admin').orderBy('id');
  const admins = (await locking(kind, query).execute()).map(({ id }) => id);
  if (!admins.includes(member.id)) return;
  const working = await signedIn(tx).where('member_id', 'in', admins).execute();
  if (working.length > 0 && working.every(({ member_id }) => member_id === member.id))
    throw new LastAdmin(member.name);
};

const sameTeams = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((team) => b.includes(team));

/** Gives a member another role or other teams, in a transaction of the caller's. Throws LastAdmin. */
export const applyChange = async (
  tx: Tx,
  kind: StoreKind,
  member: { id: string; name: string; role: string; teams: string },
  change: MemberChange,
  written: { id: string; at: number; by: Actor },
): Promise<void> => {
  const role = change.role === member.role ? undefined : change.role;
  const wanted = change.teams && [...new Set(change.teams)].sort();
  const teams = wanted && sameTeams(wanted, readTeams(member.teams)) ? undefined : wanted;
  if (role === undefined && teams === undefined) return;
  if (role !== undefined) await keepAnAdmin(tx, kind, member);
  await tx
    .updateTable('members')
    .set({ ...(role && { role }), ...(teams && { teams: JSON.stringify(teams) }) })
    .where('id', '=', member.id)
    .execute();
  await audit(tx, {
    ...written,
    action: 'member-changed',
    detail: { of: member.name, ...(role && { role }), ...(teams && { teams }) },
  });
};

const memberOf = (tx: Tx, id: string) =>
  tx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();

/** @returns false if there is no such member. Throws LastAdmin. */
export const changeMember = (
  store: Store,
  deps: Pick<AuthDeps, 'now' | 'uuid'>,
  id: string,
  change: MemberChange,
  by: Actor,
): Promise<boolean> =>
  store.write(async (tx) => {
    const member = await memberOf(tx, id);
    if (!member) return false;
    await applyChange(tx, store.kind, member, change, { id: deps.uuid(), at: deps.now(), by });
    return true;
  });

const takeBackLinks = async (tx: Tx, now: number, member: string): Promise<number> => {
  const rows = await tx
    .updateTable('pairings')
    .set({ revoked_at: now })
    .where('member_id', '=', member)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('code_hash')
    .execute();
  return rows.length;
};

/** Makes the links worthless that a member has not used yet. @returns false if there was none */
export const revokeInvites = (
  store: Store,
  deps: Pick<AuthDeps, 'now' | 'uuid'>,
  id: string,
  by: Actor,
): Promise<boolean> =>
  store.write(async (tx) => {
    const member = await memberOf(tx, id);
    if (!member || (await takeBackLinks(tx, deps.now(), id)) === 0) return false;
    const detail = { of: member.name };
    await audit(tx, { id: deps.uuid(), at: deps.now(), by, action: 'invite-revoked', detail });
    return true;
  });

/**
 * Signs out all devices of a member and takes back their links. What they did stays in the history under their name.
 * @returns false if there was nothing to take away. Throws LastAdmin.
 */
export const removeMember = (
  store: Store,
  deps: Pick<AuthDeps, 'now' | 'uuid'>,
  id: string,
  by: Actor,
): Promise<boolean> =>
  store.write(async (tx) => {
    const now = deps.now();
    const member = await memberOf(tx, id);
    if (!member) return false;
    await keepAnAdmin(tx, store.kind, member);
    const links = await takeBackLinks(tx, now, id);
    const gone = await tx
      .updateTable('devices')
      .set({ revoked_at: now })
      .where('member_id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    if (gone.length === 0 && links === 0) return false;
    if (gone.length > 0) await renewFilter(tx);
    const detail = { of: member.name, devices: gone.length };
    await audit(tx, { id: deps.uuid(), at: now, by, action: 'member-removed', detail });
    return true;
  });
