import type { Finding } from '../../contract/playbook-edit.ts';
import type { Rule, Words } from './rule.ts';

/**
 * Control characters, and those that turn the direction of a text round, so that it reads otherwise than it is stored.
 * New lines and tabs are text; so are the marks that a right-to-left script needs (U+200C to U+200F).
 */
const UNSEEN = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;

/** Each text in a value, with its place. */
const textsIn = (value: unknown, path: string): Words[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => textsIn(inside, path ? `${path}.${key}` : key));
};

const codeOf = (text: string): string =>
  `U+${(UNSEEN.exec(text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const findings = (play: string | null, value: unknown, under: string): Finding[] =>
  textsIn(value, under)
    .filter(({ text }) => UNSEEN.test(text))
    .map(({ path, text }) => ({
      play,
      path,
      message: `There is a character in it that nobody can see (${codeOf(text)}).`,
      mend: 'Delete this text and type it anew: pasting it brings the character back.',
    }));

/** No text hides anything: what is read is what is stored. */
export const characters: Rule = ({ plays, policy, personas }) => [
  ...findings(null, policy, 'policy'),
  ...findings(null, personas, 'personas'),
  ...plays.flatMap((play) => findings(play.id, play, '')),
];
