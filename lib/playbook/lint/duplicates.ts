import type { Finding } from '../../contract/playbook-edit.ts';
import type { Rule } from './rule.ts';

const twice = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, i) => ids.indexOf(id) !== i)),
];

/** [G10] An id means one play, and one persona: answers and outcomes are counted by it. */
export const duplicates: Rule = ({ plays, personas }) => [
  ...twice(plays.map(({ id }) => id)).map(
    (id): Finding => ({
      play: id,
      path: 'id',
      message: `Two plays are called "${id}".`,
      mend: 'Give one of them another id.',
    }),
  ),
  ...twice(personas.map(({ id }) => id)).map(
    (id): Finding => ({
      play: null,
      path: 'personas',
      message: `Two personas are called "${id}".`,
      mend: 'Give one of them another id.',
    }),
  ),
];
