import { createHmac } from 'node:crypto';
import { locking } from '../ingest/context.ts';
import { hashSecret } from '../secrets.ts';
import type { Store, Tx } from '../store/store.ts';
import { type AuthDeps, adoptToken, findDevice, type SignedOut, shutOut, TOKEN_LIFE } from './sessions.ts';

/**
 * Two pages of one browser may ask at the same moment, and keep the answer that comes last: for so long both get the same
 * one. Longer than a browser waits for an answer.
 */
export const SAME_FOR = 300_000;

/** The secret that new tokens are made with, the same for all processes; made when it is first needed. */
const tokenKey = async (tx: Tx, deps: AuthDeps): Promise<string> => {
  await tx
    .insertInto('meta')
    .values({ key: 'token_key', value: deps.secret() })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'token_key')
    .executeTakeFirstOrThrow();
  return row.value;
};

export type Renewed = { ok: true; token: string; tokenUntil: number } | { ok: false; why: SignedOut };

/**
 * A new token for the device that sends this one, also when it has ended. The one that was sent works until the new one is
 * used for the first time; asked again before that, it is a new one again, and the one that was given before is nobody's.
 */
export const renewToken = (store: Store, deps: AuthDeps, token: string): Promise<Renewed> =>
  store.write(async (tx): Promise<Renewed> => {
    const now = deps.now();
    const hash = hashSecret(token);
    const held = tx
      .selectFrom('devices')
      .select('id')
      .where((e) => e.or([e('token_hash', '=', hash), e('next_hash', '=', hash)]));
    await locking(store.kind, held).execute();
    const known = await findDevice(tx, hash);
    if (!known) return { ok: false, why: 'unauthorised' };
    const out = shutOut(known, now);
    if (out) return { ok: false, why: out };
    if (known.isNew) await adoptToken(tx, known.device, hash);
    const given = known.isNew ? null : known.nextUntil;
    const again = given !== null && now - (given - TOKEN_LIFE) < SAME_FOR;
    const tokenUntil = again ? given : now + TOKEN_LIFE;
    // Made from the token that was sent, so that the same question has the same answer and the store knows neither.
    const next = createHmac('sha256', await tokenKey(tx, deps))
      .update(`${known.device}\n${token}\n${tokenUntil}`)
      .digest('base64url');
    await tx
      .updateTable('devices')
      .set({ next_hash: hashSecret(next), next_until: tokenUntil, last_seen_at: now })
      .where('id', '=', known.device)
      .execute();
    return { ok: true, token: next, tokenUntil };
  });
