import type { Shape } from '#lib/contract/shape.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import { andList, orList } from './said.ts';

/** Without the second number, the first leads nowhere. */
const needs: Record<string, string> = {
  pricingViews: 'viewsWithinDays',
  articleViews: 'viewsWithinDays',
  healthUnder: 'forDays',
};

/**
 * The ways into a stage or out of it, as one sentence: "after 90 days without a word". `of` is the stage and the way, such
 * as `lapsed.enter`. Numbers that only narrow a way are said inside it, or after all of them.
 */
export const waysSaid = (numbers: object, shapes: readonly Shape[], of: string): string => {
  const given = new Map<string, unknown>(Object.entries(numbers));
  const has = (key: string): boolean => typeof given.get(key) === 'number';
  const values: Record<string, string | number> = {};
  for (const { key } of shapes) {
    const value = given.get(key);
    values[key] = typeof value === 'number' ? value : 'none';
  }
  const say = (form: string) => (key: string) =>
    tpOr(`${form}.${of}.${key}`, values, tpOr(`${form}.${key}`, values, ''));
  const open = shapes.map(({ key }) => key).filter((key) => has(key) && has(needs[key] ?? key));
  const ways = open.map(say('way')).filter(Boolean);
  if (ways.length === 0) return tp('policy.stages.none');
  const narrowing = open.map(say('also')).filter(Boolean);
  return [orList(ways), andList(narrowing)].filter(Boolean).join('; ');
};
