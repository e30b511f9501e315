import type { Member } from '#lib/contract/sync.ts';
import { Member as MemberSchema } from '#lib/contract/sync.ts';
import { hashSecret } from './secrets.ts';
import type { Store, Tx } from './store/store.ts';

export type Role = Member['role'];

/** What signing in needs from outside. */
export type AuthDeps = {
  now: () => number;
  uuid: () => string;
  /** A new secret of at least 256 bits. */
  secret: () => string;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const PAIRING_LIFE = DAY;
/** A device that was silent for so long must be paired again. Longer than the 90 days that results are kept. */
export const DEVICE_IDLE_LIFE = 180 * DAY;

export type Session = { device: string; member: Member };

const toMember = (row: { id: string; name: string; role: string }): Member =>
  MemberSchema.parse({ id: row.id, name: row.name, role: row.role });

/** PostgreSQL keeps no NUL in a text, and no name needs a control character. */
const printable = (name: string): string => name.replace(/\p{Cc}/gu, ' ').trim() || '?';

const memberFor = async (tx: Tx, deps: AuthDeps, name: string, role: Role | undefined): Promise<string> => {
  const known = await tx.selectFrom('members').selectAll().where('name', '=', name).executeTakeFirst();
  if (known) {
    if (role !== undefined && role !== known.role) {
      await tx.updateTable('members').set({ role }).where('id', '=', known.id).execute();
    }
    return known.id;
  }
  const any = await tx.selectFrom('members').select('id').limit(1).executeTakeFirst();
  const id = deps.uuid();
  await tx
    .insertInto('members')
    .values({ id, name, role: role ?? (any ? 'rep' : 'admin'), created_at: deps.now() })
    .execute();
  return id;
};

/**
 * Makes a one-time pairing code for a member, who is created if nobody has that name. Without a role the
 * first member becomes admin and later ones rep; a role given for a known member replaces theirs.
 * @param life milliseconds until the code expires
 */
export const createPairing = (
  store: Store,
  deps: AuthDeps,
  invitation: { name: string; role?: Role | undefined; life?: number | undefined },
): Promise<string> =>
  store.write(async (tx) => {
    const code = deps.secret();
    const now = deps.now();
    await tx
      .insertInto('pairings')
      .values({
        code_hash: hashSecret(code),
        member_id: await memberFor(tx, deps, printable(invitation.name), invitation.role),
        created_at: now,
        expires_at: now + (invitation.life ?? PAIRING_LIFE),
        used_at: null,
        revoked_at: null,
      })
      .execute();
    return code;
  });

/** Makes a pairing code worthless. @returns false if it was used, revoked or unknown */
export const revokePairing = (store: Store, now: number, code: string): Promise<boolean> =>
  store.write(async (tx) => {
    const rows = await tx
      .updateTable('pairings')
      .set({ revoked_at: now })
      .where('code_hash', '=', hashSecret(code))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('member_id')
      .execute();
    return rows.length > 0;
  });

export type PairFailure = 'pairing-unknown' | 'pairing-used' | 'pairing-expired';
export type Paired = { ok: true; token: string; session: Session } | { ok: false; why: PairFailure };

/** Trades a code for a device token. The code works once; the token is known to the device alone. */
export const pair = (store: Store, deps: AuthDeps, code: string, deviceName: string): Promise<Paired> =>
  store.write(async (tx): Promise<Paired> => {
    const now = deps.now();
    const hash = hashSecret(code);
    // One statement decides, so that two devices with one code cannot both win.
    const won = await tx
      .updateTable('pairings')
      .set({ used_at: now })
      .where('code_hash', '=', hash)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('member_id')
      .executeTakeFirst();
    if (!won) {
      const row = await tx
        .selectFrom('pairings')
        .selectAll()
        .where('code_hash', '=', hash)
        .executeTakeFirst();
      if (!row) return { ok: false, why: 'pairing-unknown' };
      return { ok: false, why: row.used_at === null ? 'pairing-expired' : 'pairing-used' };
    }
    const member = await tx
      .selectFrom('members')
      .selectAll()
      .where('id', '=', won.member_id)
      .executeTakeFirstOrThrow();
    const token = deps.secret();
    const device = deps.uuid();
    await tx
      .insertInto('devices')
      .values({
        id: device,
        token_hash: hashSecret(token),
        member_id: member.id,
        name: printable(deviceName),
        created_at: now,
        last_seen_at: now,
        revoked_at: null,
      })
      .execute();
    return { ok: true, token, session: { device, member: toMember(member) } };
  });

/** Who sends this token, or null when it is unknown, revoked or too long unused. */
export const authenticate = async (store: Store, now: number, token: string): Promise<Session | null> => {
  const row = await store.read((tx) =>
    tx
      .selectFrom('devices')
      .innerJoin('members', 'members.id', 'devices.member_id')
      .select([
        'devices.id as device',
        'devices.last_seen_at',
        'members.id as id',
        'members.name as name',
        'members.role as role',
      ])
      .where('devices.token_hash', '=', hashSecret(token))
      .where('devices.revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!row || now - row.last_seen_at > DEVICE_IDLE_LIFE) return null;
  // An hour is exact enough for "last seen", and keeps reading from becoming writing.
  if (now - row.last_seen_at > HOUR) {
    await store.write((tx) =>
      tx.updateTable('devices').set({ last_seen_at: now }).where('id', '=', row.device).execute(),
    );
  }
  return { device: row.device, member: toMember(row) };
};

/** Who is at work here: members with a device that is signed in, by name. Who has left has none. */
export const listMembers = async (tx: Tx): Promise<Member[]> => {
  const rows = await tx
    .selectFrom('members')
    .select(['id', 'name', 'role'])
    .where('id', 'in', tx.selectFrom('devices').select('member_id').where('revoked_at', 'is', null))
    .orderBy('name')
    .execute();
  return rows.map(toMember);
};

export const listDevices = (store: Store) =>
  store.read((tx) =>
    tx
      .selectFrom('devices')
      .innerJoin('members', 'members.id', 'devices.member_id')
      .select([
        'devices.id as id',
        'devices.name as name',
        'members.name as member',
        'devices.created_at as createdAt',
        'devices.last_seen_at as lastSeenAt',
        'devices.revoked_at as revokedAt',
      ])
      .orderBy('devices.created_at')
      .orderBy('devices.id')
      .execute(),
  );

/** Signs a device out for good. @returns false if there is no such device, or it was revoked before */
export const revokeDevice = (store: Store, now: number, device: string): Promise<boolean> =>
  store.write(async (tx) => {
    const rows = await tx
      .updateTable('devices')
      .set({ revoked_at: now })
      .where('id', '=', device)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    return rows.length > 0;
  });
