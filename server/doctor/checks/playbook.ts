import { Outcomes, Playbook } from '#lib/contract/playbook.ts';
import { type Check, ok, wrong } from '../types.ts';

const readable = (schema: typeof Playbook | typeof Outcomes, body: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
};

export const playbook: Check = {
  name: 'playbook',
  run: async ({ tx }) => {
    const [newest] = await tx.selectFrom('playbooks').selectAll().orderBy('seq', 'desc').limit(1).execute();
    if (!newest)
      return [wrong('there is none', 'Start the server once: it gives the workspace the built-in one.')];
    if (!readable(Playbook, newest.body))
      return [
        wrong(
          `version ${newest.version} cannot be read`,
          'Put an older version back (options page), or the last good backup.',
        ),
      ];
    const outcomes = await tx.selectFrom('playbook_outcomes').select('body').execute();
    if (!outcomes.every(({ body }) => readable(Outcomes, body)))
      return [
        wrong('what was counted of its plays cannot be read', 'The next answer to a play counts anew.'),
      ];
    return [ok(`version ${newest.version} can be read`)];
  },
};
