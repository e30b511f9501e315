import { loadAnew, putFound } from '#lib/cache/apply.ts';
import { readProgress } from '#lib/cache/cache.ts';
import { clientId } from '#lib/cache/client.ts';
import { noteHealth, readHealth, takeWanted } from '#lib/cache/health.ts';
import { ownDigest } from '#lib/cache/own-digest.ts';
import { tidy } from '#lib/cache/tidy.ts';
import { readLine, recordLine } from '#lib/contract/page.ts';
import { DAY } from '#lib/contract/primitives.ts';
import type { HelloAnswer } from '#lib/contract/sync.ts';
import type { PullDeps } from './pull.ts';

/** So many steps of keeping order in one exchange; the next goes on. */
const STEPS = 20;

/** Asks again for those whose record could not be read ([S36]). */
const askAgain = async ({ cache, transport, now }: PullDeps): Promise<void> => {
  for (const id of await takeWanted(cache, now())) {
    const progress = await readProgress(cache);
    if (!progress?.cursor) return;
    // As of now at least: the answer is not older than what was pulled before it was asked for.
    const { epoch, cursor } = progress;
    const answer = await transport.customer(id);
    if (!answer.ok || answer.value.epoch !== epoch) continue;
    const { customer } = answer.value;
    const line = readLine(
      recordLine(id, customer.seq ?? '0', customer.profile.addresses, JSON.stringify(customer)),
    );
    if (line) await putFound(cache, { head: { epoch, cursor }, lines: [line] }, 0);
  }
};

/** Compares the sum over what is here with the server's, once a day and after anything odd ([S38]). */
const compare = async (
  { cache, outbox, transport, now, most }: PullDeps,
  { whole }: HelloAnswer,
): Promise<void> => {
  const { checkedAt, odd, letGo } = await readHealth(cache);
  // Where a device holds only some, it and the server need not have let go of the same ones.
  if (!whole || most !== undefined || letGo || (!odd && now() - checkedAt < DAY)) return;
  const theirs = await transport.digest(await clientId(outbox));
  if (!theirs.ok) return;
  const { epoch, cursor, count, xor } = theirs.value;
  const own = await ownDigest(cache);
  // Not of one moment; the next exchange tries again.
  if (own?.epoch !== epoch || own.cursor !== cursor) return;
  const differs = own.count !== count || own.xor !== xor;
  await noteHealth(cache, ({ differed }) => ({
    ...{ checkedAt: now(), odd: false },
    differed: differed + (differs ? 1 : 0),
  }));
  if (differs) await loadAnew(cache);
};

/** What keeps the cache in order, when it has all that the server has. Best effort: what is not done now is done later. */
export const keepUp = async (deps: PullDeps, hello: HelloAnswer): Promise<void> => {
  await askAgain(deps);
  await compare(deps, hello);
  for (let step = 0; step < STEPS; step += 1) if (!(await tidy(deps.cache))) return;
};
