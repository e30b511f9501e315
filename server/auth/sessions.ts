import { z } from 'zod';
import { Member } from '#lib/contract/sync.ts';
import { hashSecret } from '../secrets.ts';
import type { Tables } from '../store/schema.ts';
import type { Asked, Store, Tx } from '../store/store.ts';

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
/** A token ends after so long; a new one is asked for with it, also afterwards. */
export const TOKEN_LIFE = 30 * DAY;
/** A device that was silent for so long must be paired again. Longer than the 90 days that results are kept. */
export const DEVICE_IDLE_LIFE = 180 * DAY;
/** The step that gave tokens an end: one from before ends so long after it. */
const TOKENS_END_SINCE = '0004-scopes';

export type Session = {
  device: string;
  member: Member;
  /** When the token ends that was sent. */
  tokenUntil: number;
};
/** Why somebody is not signed in; each is an error code of the contract. */
export type SignedOut = 'unauthorised' | 'token-expired' | 'device-revoked';

const Teams = z.array(z.string());
export const readTeams = (teams: string): string[] => Teams.parse(JSON.parse(teams));

/** As the contract has it: of no team is no list at all. */
export const toMember = (row: Pick<Tables['members'], 'id' | 'name' | 'role' | 'teams'>): Member => {
  const { id, name, role, teams } = row;
  const names = readTeams(teams);
  return Member.parse({ id, name, role, ...(names.length > 0 && { teams: names }) });
};

/** A device by one of its tokens. */
export type Known = {
  device: string;
  /** The token is the new one, which is used for the first time. */
  isNew: boolean;
  tokenUntil: number;
  lastSeenAt: number;
  revoked: boolean;
  nextUntil: number | null;
  member: Member;
};

const tokensEndSince = async (db: Asked): Promise<number> => {
  const step = await db
    .selectFrom('migrations')
    .select('applied_at')
    .where('name', '=', TOKENS_END_SINCE)
    .executeTakeFirstOrThrow();
  return step.applied_at;
};

/** Whose token has this hash; null: nobody's. */
export const findDevice = async (db: Asked, hash: string): Promise<Known | null> => {
  const row = await db
    .selectFrom('devices')
    .innerJoin('members', 'members.id', 'devices.member_id')
    .select([
      ...(['devices.id as device', 'last_seen_at', 'revoked_at', 'token_until'] as const),
      ...(['next_hash', 'next_until'] as const),
      ...(['members.id as id', 'members.name as name', 'role', 'teams'] as const),
    ])
    .where((e) => e.or([e('token_hash', '=', hash), e('next_hash', '=', hash)]))
    .executeTakeFirst();
  if (!row) return null;
  const isNew = row.next_hash === hash;
  const until = isNew ? row.next_until : row.token_until;
  return {
    ...{ device: row.device, isNew, lastSeenAt: row.last_seen_at, revoked: row.revoked_at !== null },
    tokenUntil: until ?? (await tokensEndSince(db)) + TOKEN_LIFE,
    nextUntil: row.next_until,
    member: toMember(row),
  };
};

/** Whether a device may go on at all, its token aside. */
export const shutOut = (known: Known, now: number): 'device-revoked' | 'unauthorised' | null => {
  if (known.revoked) return 'device-revoked';
  return now - known.lastSeenAt > DEVICE_IDLE_LIFE ? 'unauthorised' : null;
};

/** From now on the new token is the device's only one. Done twice it changes nothing. */
export const adoptToken = async (tx: Tx, device: string, hash: string): Promise<void> => {
  await tx
    .updateTable('devices')
    .set((e) => ({ token_hash: hash, token_until: e.ref('next_until'), next_hash: null, next_until: null }))
    .where('id', '=', device)
    .where('next_hash', '=', hash)
    .execute();
};

/**
 * Who sends this token, or why that is nobody. A new token that is used for the first time takes the place of the one
 * before. Asked at each request: what an admin changes holds at once.
 */
export const authenticate = async (
  store: Store,
  now: number,
  token: string,
): Promise<Session | SignedOut> => {
  const hash = hashSecret(token);
  const known = await store.ask((db) => findDevice(db, hash));
  if (!known) return 'unauthorised';
  const out = shutOut(known, now);
  if (out) return out;
  const { device, member, tokenUntil } = known;
  // An hour is exact enough for "last seen", and keeps reading from becoming writing.
  if (known.isNew || now - known.lastSeenAt > HOUR)
    await store.write(async (tx) => {
      if (known.isNew) await adoptToken(tx, device, hash);
      await tx.updateTable('devices').set({ last_seen_at: now }).where('id', '=', device).execute();
    });
  return now > tokenUntil ? 'token-expired' : { device, member, tokenUntil };
};
