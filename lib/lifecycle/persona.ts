import type { Persona, PersonaRule } from '../contract/persona.ts';
import { DAY } from '../contract/primitives.ts';
import type { Stage } from '../contract/stage.ts';
import { short } from './groups.ts';
import type { PersonaMatch } from './types.ts';
import type { View } from './view.ts';

const includes = (text: string | undefined, part: string): boolean =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;

/** [PE1] Whether one rule of a persona is met. */
const isMet = (rule: PersonaRule, view: View, stage: Stage): boolean => {
  const { profile, facts, orders, rhythm } = view;
  switch (rule.of) {
    case 'title':
      return includes(profile.title, rule.includes);
    case 'company':
      return Boolean(profile.company?.trim()) === rule.known;
    case 'account':
      return (profile.account ?? false) === rule.is;
    case 'tag':
      return profile.tags?.some((tag) => tag.toLowerCase() === rule.is.toLowerCase()) ?? false;
    case 'locale':
      return profile.locale?.toLowerCase().startsWith(rule.begins.toLowerCase()) ?? false;
    case 'source':
      return includes(profile.source, rule.includes);
    case 'stage':
      return rule.in.includes(stage);
    case 'orders':
      return orders >= rule.atLeast && (rule.atMost === undefined || orders <= rule.atMost);
    case 'rhythm':
      return rhythm !== null && rhythm <= rule.atMostDays * DAY;
    case 'spend':
      return (facts.money[rule.currency]?.total ?? 0) >= rule.atLeast;
    case 'subscription':
      return view.subscription.active === rule.active;
    case 'asks':
      return (facts.tally['Question Asked']?.n ?? 0) >= rule.atLeast;
  }
};

const match = (persona: Persona, view: View, stage: Stage): PersonaMatch => {
  const of = persona.rules.length;
  const met = persona.rules.filter((rule) => isMet(rule, view, stage)).length;
  return {
    persona: persona.id,
    name: persona.name,
    percent: Math.round((100 * met) / of),
    met,
    of,
    set: null,
  };
};

/** [PE1] The persona that a colleague named; otherwise the one that fits best, of equal ones the first. Null: none fits. */
export const readPersona = (view: View, stage: Stage): PersonaMatch | null => {
  const { personas } = view.playbook;
  if (personas.length === 0) return null;
  const stub = view.facts.recent.known.find(({ type }) => type === 'Persona Set');
  const named = stub && personas.find(({ id }) => short(id) === stub.d.persona);
  if (stub && named) {
    const percent = typeof stub.d.percent === 'number' ? stub.d.percent : null;
    return { ...match(named, view, stage), set: { at: stub.at, percent } };
  }
  let best: PersonaMatch | null = null;
  for (const persona of personas) {
    const found = match(persona, view, stage);
    if (found.met > 0 && (best === null || found.met / found.of > best.met / best.of)) best = found;
  }
  return best;
};
