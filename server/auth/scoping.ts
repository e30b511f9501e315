import { type Actor, audit } from '../audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { type AuthDeps, readTeams } from './sessions.ts';

/** How many names of teams are listed. */
const MOST = 200;

/** Whether reps and readers see only the customers of their teams, those of no team, and their own. */
export const isScoped = async (tx: Tx): Promise<boolean> => {
  const row = await tx.selectFrom('meta').select('value').where('key', '=', 'scoping').executeTakeFirst();
  return row?.value === 'teams';
};

/** Switches that on or off. As it is already: nothing happens. */
export const setScoping = (
  store: Store,
  deps: Pick<AuthDeps, 'now' | 'uuid'>,
  on: boolean,
  by: Actor,
): Promise<void> =>
  store.write(async (tx) => {
    if ((await isScoped(tx)) === on) return;
    await tx.deleteFrom('meta').where('key', '=', 'scoping').execute();
    if (on) await tx.insertInto('meta').values({ key: 'scoping', value: 'teams' }).execute();
    await audit(tx, { id: deps.uuid(), at: deps.now(), by, action: 'scoping-changed', detail: { on } });
  });

/** Names of teams in use, of members or of customers. One step of the index for each, however many customers there are. */
export const listTeams = async (tx: Tx): Promise<string[]> => {
  const members = await tx.selectFrom('members').select('teams').execute();
  const names = new Set(members.flatMap(({ teams }) => readTeams(teams)));
  let last = '';
  for (let step = 0; step < MOST; step += 1) {
    const row = await tx
      .selectFrom('customers')
      .select('team')
      .where('team', '>', last)
      .orderBy('team')
      .limit(1)
      .executeTakeFirst();
    if (!row?.team) break;
    last = row.team;
    names.add(last);
  }
  return [...names].sort((a, b) => a.localeCompare(b));
};
