import { isDeepStrictEqual } from 'node:util';
import { findByAddress } from '#lib/cache/find.ts';
import { readHealth } from '#lib/cache/health.ts';
import { ownDigest } from '#lib/cache/own-digest.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { Facts } from '#lib/contract/facts.ts';
import type { Assignment, MutationResult } from '#lib/contract/mutations.ts';
import { Digest } from '#lib/contract/sync.ts';
import type { Profile } from './profile.ts';
import { Violation } from './sight.ts';
import { signIn } from './sign-in.ts';
import type { Sim } from './sim.ts';

const DAY = 86_400_000;

const must = (holds: boolean, words: string): void => {
  if (!holds) throw new Violation(words);
};

/** Everything heals: the network, the disks, the browsers. What is late arrives. */
const heal = async (sim: Sim): Promise<void> => {
  for (const profile of sim.profiles) {
    sim.healthy(profile);
    profile.close();
  }
  for (const profile of sim.profiles) await profile.line.deliver();
};

/** An exchange that has to go well. Where the list of what is followed has just become another, the next one has to ([S29]). */
const mustSync = async (sim: Sim, profile: Profile): Promise<void> => {
  let done = await sim.sync(profile);
  if (!done.ok && done.error.code === 'scopes-changed') done = await sim.sync(profile);
  must(done.ok, `${profile.name} cannot sync: ${done.ok ? '' : `${done.error.code} ${done.error.message}`}`);
  must(!done.ok || done.pushed === 0, `${profile.name} still had something to push`);
};

/** Each browser syncs until it has nothing to say and hears nothing new. */
const settle = async (sim: Sim): Promise<void> => {
  let heardAll: Profile | null = null;
  for (const profile of sim.profiles) {
    const done = await signIn(sim, profile);
    if (!done.ok) await sim.sync(profile);
    heardAll = done.ok ? profile : null;
  }
  // Whoever came last has heard it all, as the others have nothing more to say.
  for (const profile of sim.profiles) if (profile !== heardAll) await mustSync(sim, profile);
};

/** The one that was settled last is in force. */
type Given = { seq: number; to: Assignment | undefined };
const later = (
  before: Given | undefined,
  result: MutationResult | undefined,
  to: Assignment | undefined,
): Given => {
  const seq = result?.status === 'applied' ? Number(result.seq) : 0;
  return before && before.seq > seq ? before : { seq, to };
};

/** Every click is on the server once, or parked where somebody sees it. */
const expectEachClickOnce = async (sim: Sim): Promise<void> => {
  const parked = new Set<string>();
  for (const profile of sim.profiles) {
    const rows = await profile.page().dbs.outbox.mutations.toArray();
    for (const { id, state } of rows) {
      must(state !== 'queued', `${profile.name}: ${id} is still queued`);
      if (state === 'parked') parked.add(id);
    }
  }
  const results = await sim.results();
  const { events, customers } = await sim.server.store.read(async (tx) => ({
    events: await tx.selectFrom('events').select('id').where('source', '=', 'suki:device').execute(),
    customers: await tx.selectFrom('customers').select(['id', 'profile', 'owner', 'team']).execute(),
  }));
  const recorded = new Set(events.map(({ id }) => id));
  const tagsOf = new Map(customers.map(({ id, profile }) => [id, new Set<string>(JSON.parse(profile).tags)]));
  const made = new Set(sim.clicks.map(({ id }) => id));
  for (const id of recorded) must(made.has(id), `event ${id} is of no click: something was recorded twice`);
  const applied = (id: string) => {
    const status = results.get(id)?.status;
    return status === 'applied' || status === 'noop';
  };
  const undone = new Set(sim.clicks.flatMap(({ id, target }) => (target && applied(id) ? [target] : [])));
  const lastOf = new Map<string, Given>();
  for (const { id, kind, by, customer, unringed, to } of sim.clicks) {
    const about = `${kind} ${id} of ${customer}, clicked in ${by.name},`;
    if (unringed && sim.isRestored && !results.has(id)) continue;
    const isApplied = applied(id);
    must(isApplied || parked.has(id), `${about} is neither on the server nor parked`);
    const isThere = isApplied && !undone.has(id);
    const say = (there: boolean) => `${about} is ${isApplied ? '' : 'not '}settled, and on file: ${there}`;
    if (kind === 'event' || kind === 'stage') must(recorded.has(id) === isThere, say(recorded.has(id)));
    if (kind === 'create') must(!isApplied || tagsOf.has(customer), say(false));
    if (kind === 'assign' && isApplied)
      lastOf.set(customer, later(lastOf.get(customer), results.get(id), to));
    if (kind === 'tag') must((tagsOf.get(customer)?.has(id) ?? false) === isApplied, say(!isApplied));
  }
  const rows = new Map(customers.map((row) => [row.id, row]));
  for (const [customer, { seq, to }] of lastOf) {
    const { owner, team } = rows.get(customer) ?? {};
    must(
      seq === 0 || (owner === to?.owner && team === to?.team),
      `${customer} was given to others than those who have them`,
    );
  }
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (sim: Sim) =>
  sim.server.store.read((tx) => tx.selectFrom('customers').selectAll().orderBy('id').execute());

/** What the cache holds of one customer is what the server has of them, or nothing. */
const expectSame = (
  profile: Profile,
  held: CustomerRecord | null,
  row: Row,
  isInSight: boolean,
  mayLack: boolean,
): void => {
  if (!isInSight || row.gone !== 0) {
    must(held === null, `${profile.name} holds ${row.id}, who is ${isInSight ? 'gone' : 'out of sight'}`);
    return;
  }
  if (held === null && mayLack) return;
  const said = { seq: String(row.seq), profile: JSON.parse(row.profile), timeline: JSON.parse(row.timeline) };
  must(
    held?.seq === said.seq,
    `${profile.name} holds ${row.id} at ${held?.seq}, the server has them at ${said.seq}`,
  );
  must(
    isDeepStrictEqual(held?.timeline, said.timeline),
    `${profile.name}: the timeline of ${row.id} is another`,
  );
  must(
    isDeepStrictEqual(held?.profile, said.profile),
    `${profile.name}: the profile of ${row.id} is another`,
  );
  must(
    isDeepStrictEqual(held?.facts, Facts.parse(JSON.parse(row.facts))),
    `${profile.name}: the facts of ${row.id} are others`,
  );
};

/** The sum over the cache is the server's, and nobody had to notice that it was not. */
const expectSameSum = async (sim: Sim, profile: Profile): Promise<void> => {
  const { cache, outbox } = profile.page().dbs;
  const client = (await outbox.client.get('client'))?.id;
  const answer = await sim.server.send(`/sync/digest?clientId=${client}`, { token: profile.token });
  const { count, xor, cursor } = Digest.parse(await answer.json());
  const own = await ownDigest(cache);
  must(own?.cursor === cursor, `${profile.name} is at ${own?.cursor}, the server at ${cursor}`);
  must(
    own?.count === count && own.xor === xor,
    `${profile.name}: ${own?.count} customers with another sum than the server's ${count}`,
  );
  const { differed } = await readHealth(cache);
  must(differed === 0 || sim.isRestored, `${profile.name} found by the sum that its cache was wrong`);
};

const expectSameCaches = async (sim: Sim): Promise<void> => {
  const rows = await rowsOf(sim);
  for (const profile of sim.profiles) {
    const sees = await sim.sightOf(profile);
    // Of a working set only one's own have to be here.
    const mayLack = ({ owner }: Row) => !sim.holdsAll && owner !== profile.member.id;
    const addresses = rows.map(({ id }) => sim.addressOf(id));
    const { records, bad } = await findByAddress(profile.page().dbs.cache, addresses);
    must(bad.length === 0, `${profile.name} cannot read ${bad.join(', ')}`);
    const held = new Map(records.map((record) => [record.id, record]));
    for (const row of rows) expectSame(profile, held.get(row.id) ?? null, row, sees(row), mayLack(row));
    if (sim.holdsAll) await expectSameSum(sim, profile);
  }
};

/** In the end all is well again: to be called when the day is over. */
export const expectAllWell = async (sim: Sim): Promise<void> => {
  await heal(sim);
  // A server that was put back and does not say so is noticed at the latest by the sum, once a day.
  if (sim.isRestored) {
    await settle(sim).catch(() => {});
    sim.clock.now += DAY + 1;
    await settle(sim).catch(() => {});
  }
  await settle(sim);
  await expectEachClickOnce(sim);
  await expectSameCaches(sim);
};
