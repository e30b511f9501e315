import { eventTypes } from '#lib/contract/events.ts';
import type { PersonaRule } from '#lib/contract/persona.ts';
import type { Play, Policy, Trigger } from '#lib/contract/playbook.ts';
import { stages } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import type { NameOf } from './use-stage-names.ts';

const locale = (): string => document.documentElement.lang || 'en';
/** "a, b or c" */
export const orList = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words);
/** "a, b and c" */
export const andList = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);

/** What people call this kind of event; its own name when it is none of the contract's. */
export const eventName = (name: string): string => {
  const type = eventTypes.find((one) => one === name);
  return type ? t(`event.${type}`, { stage: '…' }) : name;
};

/** The word for one choice of a field: `page`, `pricing` → "prices". */
export const choiceName = (key: string, value: string): string =>
  tpOr(`${key === 'has' || key === 'lacks' ? 'meddic' : key}.${value}`, {}, value);

const joined = (key: string, values: readonly string[]): string => {
  if (values.length === 0) return 'none';
  const words = values.map((one) => (key === 'unless' ? eventName(one) : choiceName(key, one)));
  return key === 'has' || key === 'lacks' ? andList(words) : orList(words);
};

/** The values of a trigger or rule as its sentence takes them; what is absent is "none". */
const valuesOf = (of: object): Record<string, string | number> => {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(of)) {
    if (typeof value === 'number') values[key] = value;
    else if (typeof value === 'boolean') values[key] = String(value);
    else if (typeof value === 'string')
      values[key] = key === 'event' ? eventName(value) : choiceName(key, value);
    else if (Array.isArray(value)) values[key] = joined(key, value.map(String));
  }
  return values;
};

const absent = { maxDays: 'none', atLeast: 'none', atMost: 'none', has: 'none', lacks: 'none' };

/** "No word between you for 45 to 150 days" */
export const triggerSaid = (trigger: Trigger): string =>
  tp(`trigger.${trigger.on}.said`, { ...absent, ...valuesOf(trigger) });

/** "Their job title has “owner” in it" */
export const ruleSaid = (rule: PersonaRule, nameOf: NameOf): string =>
  tp(`rule.${rule.of}.said`, {
    ...absent,
    ...valuesOf(rule),
    ...(rule.of === 'stage' && { in: orList(rule.in.map(nameOf)) }),
  });

/** "Every stage", or the names of those that it is for. */
export const stagesSaid = (of: Play['stages'], nameOf: NameOf): string =>
  of.length === stages.length
    ? tp('pb.said.everywhere')
    : stages
        .filter((stage) => of.includes(stage))
        .map(nameOf)
        .join(', ');

/** Who may get it, beside the stage. */
export const whomSaid = ({ only, minHealth, audience }: Play): string[] => [
  ...(only ?? []).map((one) => choiceName('only', one)),
  ...(typeof minHealth === 'number' ? [tp('pb.said.health', { n: minHealth })] : []),
  ...(audience && audience !== 'rep' ? [choiceName('audience', audience)] : []),
];

/** "Rests 30 days after it was done, then 14 quiet days" */
export const restSaid = ({ cooldownDays, once, silenceDays }: Play): string =>
  [
    once ? tp('pb.said.once') : tp('pb.said.rest', { days: cooldownDays }),
    ...(silenceDays ? [tp('pb.said.silence', { n: silenceDays })] : []),
  ].join(', ');

export const weightSaid = ({ id, care, prior }: Play, { levers }: Policy): string =>
  tp('pb.said.weight', {
    care: Math.round(care * 100),
    prior: Math.round(prior * 100),
    lever: levers[id] ?? 1,
  });
