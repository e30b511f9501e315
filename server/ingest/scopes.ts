import { createHash } from 'node:crypto';
import { HELD, type Scope, type SnapshotScope } from '#lib/contract/scope.ts';
import type { Member } from '#lib/contract/sync.ts';
import { Refused } from '../http/errors.ts';
import type { Tx } from '../store/store.ts';
import type { Bearings } from './playbooks.ts';
import { type Sight, sightOf } from './sight.ts';

/** What a device of a member follows, and what that member may see. `whole`: the scopes hold all of that. `recent`: how many are. */
export type Follows = { sight: Sight; scopes: Scope[]; whole: boolean; recent: number };

export type Asker = { member: Member; clientId: string };

export type Scopes = {
  /** What a device should follow now; `customers`: how many that are, about. */
  greet: (tx: Tx, here: Bearings, asker: Asker) => Promise<Follows & { customers: number }>;
  /** What it asks to follow, or the refusal `scopes-changed`. */
  asked: (tx: Tx, here: Bearings, asker: Asker, scopes: readonly Scope[]) => Promise<Follows>;
  /** The same by one scope of it, or `due`. */
  holding: (tx: Tx, here: Bearings, member: Member, scope: SnapshotScope) => Promise<Follows>;
};

/** Near the limit both lists are good, so that a device does not load anew for each customer who comes or goes. */
const SLACK = 0.1;
/** A count is kept for so long. Up to so many customers it costs nothing, and is made for each number. */
const COUNT_KEPT = 60_000;
const CHEAP = 500;

/** All that the member may see. */
const wholeOf = ({ member, teams }: Sight): Scope[] =>
  teams === null ? ['all'] : [...teams.map((team): Scope => `team:${team}`), 'team:', `owner:${member}`];

/**
 * Theirs, the newest changed, and whom they have looked up. Who sees only some has a mark of these teams in it: with other
 * teams it is another list.
 */
const partOf = ({ member, teams }: Sight, clientId: string): Scope[] => {
  const mark =
    teams && `:${createHash('sha256').update(JSON.stringify(teams)).digest('base64url').slice(0, 8)}`;
  return [`owner:${member}`, 'recent', `pin:${clientId}${mark ?? ''}`];
};

/** The client of a scope of those whom it has looked up. */
export const clientOf = (scope: SnapshotScope): string => scope.match(/^pin:([^:]+)/)?.[1] ?? '';

type Count = { n: number; head: number; at: number };

/** How many customers a member sees, those included who are gone: it is about how many, and must cost little. */
const createCounts = ({ now, most }: { now: () => number; most: number }) => {
  const kept = new Map<string, Count>();
  const counted = async (key: string, head: number, count: () => Promise<number>): Promise<number> => {
    const known = kept.get(key);
    const isFresh = known && (known.head === head || (known.n > CHEAP && now() - known.at < COUNT_KEPT));
    if (isFresh) return known.n;
    const n = await count();
    kept.set(key, { n, head, at: now() });
    return n;
  };
  const inTeam = async (tx: Tx, team: string | null): Promise<number> => {
    const query = tx.selectFrom('customers').select((e) => e.fn.countAll().as('n'));
    const row = await (team === null
      ? query.where('team', 'is not', null)
      : query.where('team', '=', team)
    ).executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const all = async (tx: Tx): Promise<number> => {
    const row = await tx
      .selectFrom('customers')
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  /** More than `most` need not be counted. */
  const atMost = async (tx: Tx): Promise<number> => {
    const row = await tx
      .selectFrom(tx.selectFrom('customers').select('id').limit(most).as('some'))
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return async (tx: Tx, head: number, { teams }: Sight): Promise<number> => {
    if (teams === null) return counted('', head, () => atMost(tx));
    const everybody = await counted('all', head, () => all(tx));
    const teamed = await counted('teams', head, () => inTeam(tx, null));
    let n = everybody - teamed;
    for (const team of teams) n += await counted(`team:${team}`, head, () => inTeam(tx, team));
    return n;
  };
};

const ownedBy = async (tx: Tx, member: string): Promise<number> => {
  const row = await tx
    .selectFrom('customers')
    .select((e) => e.fn.countAll().as('n'))
    .where('owner', '=', member)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

const same = (a: readonly Scope[], b: readonly Scope[]): boolean =>
  a.length === b.length && a.every((scope, index) => scope === b[index]);

/** @param kept how many customers a device holds of those that its member sees; with more it holds some of them */
export const createScopes = ({
  now,
  kept = HELD.kept,
}: {
  now: () => number;
  kept?: number | undefined;
}): Scopes => {
  // As large a part of what a device holds as it is of the usual.
  const recent = Math.ceil(Math.min(1, kept / HELD.kept) * HELD.recent);
  const most = Math.ceil(kept * (1 + SLACK)) + 1;
  const countOf = createCounts({ now, most });
  /** Both lists, and which of them are good at this number of customers. */
  const choices = async (tx: Tx, here: Bearings, { member, clientId }: Asker) => {
    const sight = sightOf(member, here.byTeams);
    const n = await countOf(tx, here.head, sight);
    const whole: Follows = { sight, scopes: wholeOf(sight), whole: true, recent };
    const part: Follows = { sight, scopes: partOf(sight, clientId), whole: false, recent };
    const good = [...(n < most ? [whole] : []), ...(n > kept * (1 - SLACK) ? [part] : [])];
    return { n, best: n <= kept ? whole : part, good };
  };
  const changed = (): never => {
    throw new Refused('scopes-changed');
  };
  return {
    greet: async (tx, here, asker) => {
      const { n, best } = await choices(tx, here, asker);
      const held = recent + (best.whole ? 0 : await ownedBy(tx, asker.member.id));
      return { ...best, customers: best.whole ? n : Math.min(n, held) };
    },
    asked: async (tx, here, asker, scopes) => {
      const { good } = await choices(tx, here, asker);
      return good.find((follows) => same(scopes, follows.scopes)) ?? changed();
    },
    holding: async (tx, here, member, scope) => {
      const { best, good } = await choices(tx, here, { member, clientId: clientOf(scope) });
      if (scope === 'due') return best;
      return good.find(({ scopes }) => scopes.includes(scope)) ?? changed();
    },
  };
};
