import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Member } from '#lib/contract/sync.ts';
import type { Tables } from '../store/schema.ts';

/** Which customers a member may see ([S70]): `teams` null: all; otherwise those of these teams, of no team, and their own. */
export type Sight = { member: string; teams: readonly string[] | null };

/** Those who lead see everybody, also where reps are kept apart. */
const SEE_ALL: ReadonlySet<Member['role']> = new Set(['admin', 'founder']);

export const sightOf = ({ id, role, teams = [] }: Member, byTeams: boolean): Sight => ({
  member: id,
  teams: byTeams && !SEE_ALL.has(role) ? teams.toSorted() : null,
});

/** Whether a team's customers are in sight; null: those of no team. */
export const seesTeam = ({ teams }: Sight, team: string | null): boolean =>
  teams === null || team === null || teams.includes(team);

/** The same as `inSight`, of one customer who was read already. */
export const sees = (
  sight: Sight,
  { owner, team }: { owner?: string | null | undefined; team?: string | null | undefined },
): boolean => owner === sight.member || seesTeam(sight, team ?? null);

/** [S74] As a condition on customers. */
export const inSight =
  ({ member, teams }: Sight) =>
  (e: ExpressionBuilder<Tables, 'customers'>): Expression<SqlBool> => {
    if (teams === null) return sql<SqlBool>`1 = 1`;
    const conditions = [e('customers.team', 'is', null), e('customers.owner', '=', member)];
    if (teams.length > 0) conditions.push(e('customers.team', 'in', teams));
    return e.or(conditions);
  };
