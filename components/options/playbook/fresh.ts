import { type Persona, PersonaRule } from '#lib/contract/persona.ts';
import { type Play, Trigger } from '#lib/contract/playbook.ts';
import { type Shape, variantsOf } from '#lib/contract/shape.ts';

/** Where a number starts when nothing is known yet: a window of two weeks, a month of quiet. */
const starts: Record<string, number> = {
  ...{ from: 0, fromDays: 0, to: 14, toDays: 14, days: 30, maxDays: 90, withinDays: 14, afterDays: 3 },
  ...{ afterHours: 24, afterMinutes: 60, ratio: 1.5, atMost: 3, points: 20, reviewDays: 180, quietDays: 21 },
  ...{ orderWithinDays: 14, percent: 20, before: 0, after: 3, atMostDays: 60 },
};

const startOf = (shape: Shape): unknown => {
  switch (shape.kind) {
    case 'number':
      return Math.max(shape.min ?? 0, starts[shape.key] ?? 1);
    case 'truth':
      return true;
    case 'choice':
      return shape.options[0];
    case 'several':
      return shape.options ? shape.options.slice(0, 1) : ['Order Completed'];
    case 'text':
      return shape.key === 'event' ? 'Question Asked' : shape.key === 'currency' ? 'EUR' : '';
  }
};

const made = (tag: string, name: string, fields: readonly Shape[]): object => ({
  [tag]: name,
  ...Object.fromEntries(
    fields.filter(({ optional }) => !optional).map((shape) => [shape.key, startOf(shape)]),
  ),
});

/** The closed set of triggers, each with its fields. */
export const triggerVariants = variantsOf(Trigger.options, 'on');
/** The closed set of a persona's rules, each with its fields. */
export const ruleVariants = variantsOf(PersonaRule.options, 'of');

/** A trigger of this kind with numbers to begin with; null: there is no such kind. */
export const freshTrigger = (on: string): Trigger | null => {
  const variant = triggerVariants.find(({ name }) => name === on);
  return variant ? (Trigger.safeParse(made('on', on, variant.fields)).data ?? null) : null;
};

/** A rule of this kind; words that only a person can choose are still empty. */
export const freshRule = (of: string): PersonaRule | null => {
  const variant = ruleVariants.find(({ name }) => name === of);
  // An empty word is no valid rule yet, but has its shape: the form says what is missing.
  return variant ? (made('of', of, variant.fields) as PersonaRule) : null;
};

/** An id from a title, in the contract's form and unlike those there are. */
export const idFor = (title: string, taken: ReadonlySet<string>): string => {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34)
    .replace(/_+$/, '');
  const stem = plain.length >= 3 ? plain : 'our_play';
  let id = stem;
  for (let n = 2; taken.has(id); n++) id = `${stem}_${n}`;
  return id;
};

/** A play that asks how somebody is, after a question of theirs: a calm place to begin. */
export const freshPlay = (title: string, taken: ReadonlySet<string>): Play => ({
  id: idFor(title, taken),
  stages: ['engage'],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Question Answered', from: 1, to: 7 }],
  cooldownDays: 30,
  care: 0.7,
  prior: 0.4,
  urgency: 'window',
  text: { title, why: '', how: '' },
  rows: [],
});

export const freshPersona = (name: string, id: string, now: number): Persona => ({
  id,
  name,
  story: '',
  rules: [{ of: 'orders', atLeast: 2 }],
  reviewedAt: now,
});
