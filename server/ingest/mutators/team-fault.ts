import { type Sight, seesTeam } from '../sight.ts';
import { type Outcome, refuse } from './types.ts';

/** Why a customer cannot be given to this team by somebody of this sight; null: they can. */
export const teamFault = (team: string, sight: Sight): Outcome | null => {
  // The name is a value of its own in the store, and PostgreSQL takes no NUL.
  if (team.trim() !== team || !/^\P{Cc}+$/u.test(team))
    return refuse('invalid', 'team: a name of printable characters, without white space at its ends.');
  return seesTeam(sight, team)
    ? null
    : refuse('not-yours', `Only a founder or an admin can give somebody to the team "${team}".`);
};
