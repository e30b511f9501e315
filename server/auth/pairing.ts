import { type Actor, audit, OPERATOR } from '../audit.ts';
import { hashSecret } from '../secrets.ts';
import type { Store, Tx } from '../store/store.ts';
import { applyChange } from './members.ts';
import { type AuthDeps, type Role, type Session, TOKEN_LIFE, toMember } from './sessions.ts';

/** How long a link can be used. */
export const PAIRING_LIFE = 86_400_000;

export type Invitation = {
  name: string;
  role?: Role | undefined;
  teams?: string[] | undefined;
  /** Milliseconds until the code expires. */
  life?: number | undefined;
};

/** PostgreSQL keeps no NUL in a text, and no name needs a control character. */
const printable = (name: string): string => name.replace(/\p{Cc}/gu, ' ').trim() || '?';

/** Capitals or not, it is the same person's name. */
const isSame = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0;

const memberFor = async (
  tx: Tx,
  store: Store,
  deps: AuthDeps,
  { name, role, teams }: Invitation,
  by: Actor,
): Promise<string> => {
  const all = await tx.selectFrom('members').selectAll().orderBy('created_at').execute();
  const known = all.find((member) => member.name === name) ?? all.find((member) => isSame(member.name, name));
  if (known) {
    await applyChange(tx, store.kind, known, { role, teams }, { id: deps.uuid(), at: deps.now(), by });
    return known.id;
  }
  const id = deps.uuid();
  await tx
    .insertInto('members')
    .values({
      ...{ id, name, role: role ?? (all.length > 0 ? 'rep' : 'admin'), created_at: deps.now() },
      teams: JSON.stringify(teams ?? []),
    })
    .execute();
  return id;
};

/**
 * Makes a one-time pairing code for a member, who is created if nobody has that name, however it is written. Without a role the
 * first member becomes admin and later ones rep; a role or teams given for a known member replace theirs. Throws LastAdmin.
 */
export const createPairing = (
  store: Store,
  deps: AuthDeps,
  invitation: Invitation,
  by: Actor = OPERATOR,
): Promise<string> =>
  store.write(async (tx) => {
    const code = deps.secret();
    const hash = hashSecret(code);
    const now = deps.now();
    const name = printable(invitation.name);
    await tx
      .insertInto('pairings')
      .values({
        code_hash: hash,
        member_id: await memberFor(tx, store, deps, { ...invitation, name }, by),
        created_at: now,
        expires_at: now + (invitation.life ?? PAIRING_LIFE),
        used_at: null,
        revoked_at: null,
      })
      .execute();
    await audit(tx, { id: `invite:${hash}`, at: now, by, action: 'invite-made', detail: { of: name } });
    return code;
  });

/** Makes a pairing code worthless. @returns false if it was used, revoked or unknown */
export const revokePairing = (
  store: Store,
  now: number,
  code: string,
  by: Actor = OPERATOR,
): Promise<boolean> =>
  store.write(async (tx) => {
    const hash = hashSecret(code);
    const taken = await tx
      .updateTable('pairings')
      .set({ revoked_at: now })
      .where('code_hash', '=', hash)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('member_id')
      .executeTakeFirst();
    if (!taken) return false;
    const { name: of } = await tx
      .selectFrom('members')
      .select('name')
      .where('id', '=', taken.member_id)
      .executeTakeFirstOrThrow();
    await audit(tx, { id: `uninvite:${hash}`, at: now, by, action: 'invite-revoked', detail: { of } });
    return true;
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
    const tokenUntil = now + TOKEN_LIFE;
    await tx
      .insertInto('devices')
      .values({
        ...{ id: device, token_hash: hashSecret(token), member_id: member.id, name: printable(deviceName) },
        ...{ created_at: now, last_seen_at: now, revoked_at: null },
        ...{ token_until: tokenUntil, next_hash: null, next_until: null },
      })
      .execute();
    const by = { member: member.id, device };
    await audit(tx, { id: `paired:${device}`, at: now, by, action: 'paired', detail: {} });
    return { ok: true, token, session: { device, member: toMember(member), tokenUntil } };
  });
