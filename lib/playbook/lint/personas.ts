import type { Persona, PersonaRule } from '../../contract/persona.ts';
import type { Stage } from '../../contract/stage.ts';
import { whole } from './rule.ts';

/** What of a persona no customer can ever meet, in plain words; null: it can be met. */
const impossible = ({ rules }: Persona): string | null => {
  const of = <T extends PersonaRule['of']>(kind: T) =>
    rules.filter((rule): rule is Extract<PersonaRule, { of: T }> => rule.of === kind);
  const both = (answers: readonly boolean[]): boolean => answers.includes(true) && answers.includes(false);
  const orders = of('orders');
  const least = Math.max(0, ...orders.map(({ atLeast }) => atLeast));
  const most = Math.min(Infinity, ...orders.map(({ atMost }) => atMost ?? Infinity));
  if (least > most) return `at least ${least} orders and at most ${most}`;
  if (of('rhythm').length > 0 && most < 2) return `a rhythm of orders and at most ${most} of them`;
  if (both(of('account').map(({ is }) => is))) return 'an account and not an account';
  if (both(of('company').map(({ known }) => known))) return 'a known company and no company';
  if (both(of('subscription').map(({ active }) => active))) return 'a subscription and none';
  const stages = of('stage').map((rule) => rule.in);
  if (
    stages.length > 0 &&
    !stages.reduce<Stage[]>((a, b) => a.filter((s) => b.includes(s)), stages[0] ?? []).length
  )
    return 'two stages at a time';
  return null;
};

/** [R1-12] Somebody could be who a persona describes. */
export const personas = whole((playbook) =>
  playbook.personas.flatMap((persona, i) => {
    const what = impossible(persona);
    if (!what) return [];
    return [
      {
        path: `personas.${i}.rules`,
        message: `Nobody can be "${persona.name}": it asks for ${what}.`,
        mend: 'Take one of the two rules away, or change its number.',
      },
    ];
  }),
);
