import type { Finding } from '../../contract/playbook-edit.ts';
import type { Rule } from './rule.ts';

/** Levers name plays, and plays name personas, that the playbook has. */
export const knownIds: Rule = ({ plays, personas, policy }) => {
  const levers = Object.keys(policy.levers)
    .filter((id) => !plays.some((play) => play.id === id))
    .map(
      (id): Finding => ({
        play: null,
        path: `policy.levers.${id}`,
        message: `A lever is set for "${id}", and no play is called that.`,
        mend: 'Take the lever away, or correct the id.',
      }),
    );
  const named = plays.flatMap((play) =>
    (play.personas ?? []).flatMap((id, i): Finding[] =>
      personas.some((persona) => persona.id === id)
        ? []
        : [
            {
              play: play.id,
              path: `personas.${i}`,
              message: `No persona is called "${id}", so this play fits nobody by it.`,
              mend: 'Choose a persona of this playbook, or take it out of the play.',
            },
          ],
    ),
  );
  return [...levers, ...named];
};
