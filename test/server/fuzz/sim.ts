import './quick.ts';
import { lookUp } from '#lib/cache/look-up.ts';
import type { Assignment } from '#lib/contract/mutations.ts';
import { PairAnswer } from '#lib/contract/sync.ts';
import type { Exchanged } from '#lib/sync/cycle.ts';
import { OPERATOR } from '#server/audit.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { createChance } from '../client/chance.ts';
import type { Fate } from '../client/line.ts';
import { type Clock, START } from '../world.ts';
import type { ClassName, Kind } from './classes.ts';
import { type ClickKind, KINDS, makeClick } from './click.ts';
import { createHouse } from './house.ts';
import type { Shelf } from './place.ts';
import { createProfile, type Home, type Page, type Profile } from './profile.ts';
import { createSight } from './sight.ts';
import { setPause } from './small.ts';
import { TEAMS, type Template } from './template.ts';

/** What the rep did, and what became of it beyond the reach of the protocol. */
export type Click = {
  id: string;
  kind: ClickKind;
  by: Profile;
  customer: string;
  /** The event that an undo takes back. */
  target?: string;
  /** Whom a customer was given to. */
  to?: Assignment;
  /** What the browser keeps for a server that was restored was taken from it: after a restore nobody can bring it back. */
  unringed: boolean;
};

const LOST: readonly Fate[] = ['request-lost', 'answer-lost', 'doubled', 'late', 'repeated', 'cut-short'];
const COUNTED: Partial<Record<string, Kind>> = { repeated: 'late' };

export type SimOptions = {
  seed: number;
  shelf: Shelf;
  template: Template;
  /** The class that is to happen most. */
  only?: ClassName | undefined;
};

/** One day of one seed: a server, browsers, their clicks, and the chance that rules them. */
export const createSim = async ({ seed, shelf, template, only }: SimOptions) => {
  const chance = createChance(seed);
  const clock: Clock = { now: START };
  const pauses = createChance(seed ^ 0x5eed);
  setPause(() => (pauses.of(0.15) ? new Promise((resolve) => setImmediate(resolve)) : undefined));
  const coverage: Record<string, number> = {};
  const trace: string[] = [];
  const profiles: Profile[] = [];
  const clicks: Click[] = [];
  const customers: string[] = [...template.customers];
  /** Some days a device holds only some of the customers. */
  const kept = chance.of(0.2) ? 4 : undefined;
  const spare = [...template.paired];

  const happened = (kind: Kind): void => {
    coverage[kind] = (coverage[kind] ?? 0) + 1;
  };
  const note = (text: string): void => {
    trace.push(`${String(trace.length).padStart(3)} ${text}`);
  };
  const house = await createHouse({ shelf, from: template.place, clock, kept, note });
  const home: Home = { now: () => clock.now, uuid: chance.uuid, app: () => house.app };
  const sight = createSight({ note });

  const fateOf = (odds: number) => async (): Promise<Fate> => {
    for (let turns = chance.below(4); turns > 0; turns -= 1) await new Promise(setImmediate);
    if (!chance.of(odds)) return 'arrives';
    const fate = chance.pick(LOST);
    if (typeof fate === 'string') happened(COUNTED[fate] ?? (fate as Kind));
    return fate;
  };
  /** How bad the network is today. */
  const badness = chance.pick([0, 0.1, 0.3]);

  const join = (): Profile => {
    const paired = spare.shift();
    if (!paired) throw new Error('no pairing is left');
    const profile = createProfile(home, paired);
    profile.skew = chance.below(600_000) - 300_000;
    profile.line.fate = fateOf(badness);
    profiles.push(profile);
    note(`${profile.name} joins as ${paired.member.name}`);
    return profile;
  };

  const sim = {
    /** Reps see the customers of their teams only. */
    byTeams: false,
    holdsAll: kept === undefined,
    chance,
    clock,
    coverage,
    trace,
    profiles,
    clicks,
    customers,
    sight,
    happened,
    note,
    join,
    only,
    badness,
    get server() {
      return house.server;
    },
    get isRestored() {
      return house.isRestored;
    },
    results: house.results,
    remember: house.remember,
    crash: house.crash,
    restart: house.restart,
    backUp: house.backUp,
    backupAge: house.backupAge,
    restore: house.restore,
    hasSpare: (): boolean => spare.length > 0,
    healthy: (profile: Profile): void => {
      profile.line.fate = async () => 'arrives';
      profile.disk = () => null;
    },
    troubled: (profile: Profile): void => {
      profile.line.fate = fateOf(badness);
    },
    someone: (): Profile => chance.pick(profiles),
    addressOf: (customer: string): string => `${customer}@shop.example`,

    /** Runs one exchange of a page. */
    sync: async (profile: Profile, page: Page = profile.page()): Promise<Exchanged> => {
      const done = await page.sync();
      note(
        `${profile.name} syncs: ${done.ok ? `pushed ${done.pushed}, changed ${done.changed}` : `${done.error.code} ${done.error.message}`}`,
      );
      return done;
    },

    /** Looks at a customer as the panel does; whatever was shown before has to be there. */
    look: async (profile: Profile, customer: string, page: Page = profile.page()): Promise<void> => {
      if (page.life.isOver()) return;
      const address = sim.addressOf(customer);
      const shown = await lookUp(page.dbs, [address]).then(
        (found) => found.get(address)?.record ?? null,
        () => undefined,
      );
      // The disk would not say, or the page has died meanwhile. Whom a device does not hold it would look up elsewhere.
      if (shown === undefined || (shown === null && !sim.holdsAll)) return;
      await sight.see(profile, page, customer, shown, clicks);
    },

    /** One click of the rep. Null: it was not made, and the panel said so. */
    click: async (
      profile: Profile,
      page: Page = profile.page(),
      kind: ClickKind = sim.anyKind(),
      about?: string,
    ): Promise<Click | null> => {
      const target = kind === 'undo' ? sim.recorded() : undefined;
      const customer =
        kind === 'create' ? `n${customers.length}` : (about ?? target?.customer ?? chance.pick(customers));
      if (kind === 'create') customers.push(customer);
      const to = kind === 'assign' ? sim.somewhere() : undefined;
      const made = makeClick({
        kind,
        page,
        customer,
        target: target?.id,
        to,
        address: sim.addressOf(customer),
      });
      const id = await made.catch(() => null);
      note(`${profile.name} clicks ${kind} ${customer}${target ? ` ${target.id}` : ''}: ${id ?? 'not made'}`);
      if (id === null) return null;
      const click: Click = { id, kind, by: profile, customer, unringed: false };
      if (target) click.target = target.id;
      if (to) {
        click.to = to;
        // They may go out of somebody's sight, and come back.
        sight.forgiveCustomer(customer);
      }
      clicks.push(click);
      if (kind === 'event') await sim.look(profile, customer, page);
      return click;
    },
    anyKind: (): ClickKind => {
      const kind = chance.pick(KINDS);
      return kind === 'undo' && !clicks.some((click) => click.kind === 'event') ? 'event' : kind;
    },
    recorded: (): Click => chance.pick(clicks.filter(({ kind }) => kind === 'event')),
    /** Somebody, or nobody, and some team, or none. */
    somewhere: (): Assignment => ({
      owner: chance.of(0.5) ? null : chance.pick(profiles).member.id,
      team: chance.of(0.5) ? null : chance.pick(TEAMS),
    }),
    /** Until both homes of the outbox agree again, neither may be lost. */
    bringTogether: async (profile: Profile): Promise<void> => {
      sim.healthy(profile);
      await sim.sync(profile);
      sim.troubled(profile);
    },

    /** The browser's memory of what was acknowledged is gone, or was never here. */
    unring: (profile: Profile): void => {
      for (const click of clicks) if (click.by === profile) click.unringed = true;
    },

    /** A copy of this browser's profile starts in another place: same client id, same token, same databases. */
    copy: async (profile: Profile): Promise<void> => {
      const twin = createProfile(home, {
        token: profile.token,
        member: profile.member,
        device: profile.device,
      });
      profiles.push(twin);
      twin.skew = profile.skew;
      sim.troubled(twin);
      const from = profile.page().dbs;
      const to = twin.page().dbs;
      for (const [table, copied] of [
        [from.cache, to.cache],
        [from.outbox, to.outbox],
      ] as const)
        for (const { name } of table.tables)
          await copied.table(name).bulkPut(await table.table(name).toArray());
      for (const [id, row] of profile.mirrored) twin.mirrored.set(id, row);
      note(`${twin.name} is a copy of ${profile.name}`);
    },
    /** Keeps the outbox as it is now, to be put back later. */
    saveOutbox: async (profile: Profile) => {
      const { outbox } = profile.page().dbs;
      const tables = await Promise.all(
        outbox.tables.map(async ({ name }) => ({ name, rows: await outbox.table(name).toArray() })),
      );
      const ids = new Set((await outbox.mutations.toArray()).map(({ id }) => id));
      return {
        has: (id: string) => ids.has(id),
        putBack: async () => {
          profile.dropOutbox();
          const anew = profile.page().dbs.outbox;
          for (const { name, rows } of tables) await anew.table(name).bulkPut(rows);
          note(`${profile.name}: its outbox is rolled back`);
        },
      };
    },
    /** The same member pairs this browser once more. */
    pairAgain: async (profile: Profile): Promise<void> => {
      const { name } = profile.member;
      house.server.remote.address = `192.0.2.${1 + chance.below(250)}`;
      const answer = await house.server.send('/pair', {
        body: { code: await house.server.invite(name), device: 'Chrome' },
      });
      const paired = PairAnswer.parse(await answer.json());
      profile.close();
      profile.token = paired.token;
      profile.device = paired.device;
      happened('paired-again');
      note(`${profile.name} is paired again`);
    },
    /** Somebody else pairs this browser. */
    pairAnew: (profile: Profile): void => {
      const paired = spare.shift();
      if (!paired) return;
      profile.close();
      profile.token = paired.token;
      profile.device = paired.device;
      profile.member = paired.member;
      note(`${profile.name} is ${paired.member.name}'s now`);
    },
    /** Which customers the member of this browser may see by what is on file, whatever the server says of it. */
    sightOf: async (
      profile: Profile,
    ): Promise<(row: { owner: string | null; team: string | null }) => boolean> => {
      const { member, scoping } = await house.server.store.read(async (tx) => ({
        member: await tx
          .selectFrom('members')
          .selectAll()
          .where('id', '=', profile.member.id)
          .executeTakeFirstOrThrow(),
        scoping: await tx.selectFrom('meta').select('value').where('key', '=', 'scoping').executeTakeFirst(),
      }));
      const teams: string[] = JSON.parse(member.teams);
      const all = scoping?.value !== 'teams' || member.role === 'admin' || member.role === 'founder';
      return ({ owner, team }) => all || team === null || teams.includes(team) || owner === member.id;
    },
    close: async (): Promise<void> => {
      for (const profile of profiles) profile.close();
      await house.close();
    },
  };
  if (kept !== undefined) happened('working-set');
  if (chance.of(0.3)) {
    sim.byTeams = true;
    await setScoping(house.server.store, { now: home.now, uuid: chance.uuid }, true, OPERATOR);
  }
  return sim;
};
export type Sim = Awaited<ReturnType<typeof createSim>>;
