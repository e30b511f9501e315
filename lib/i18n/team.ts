import { optionsTeam } from './en/options-team.ts';
import { addWords } from './index.ts';

/** The texts of the page about the team, loaded with it. */
export const tt = addWords(optionsTeam);
export type TeamWord = keyof typeof optionsTeam;
