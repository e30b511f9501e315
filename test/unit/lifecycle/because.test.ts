import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { because as sentences } from '#lib/i18n/en/because.ts';
import { t } from '#lib/i18n/index.ts';
import { type BecauseCode, becauseCodes } from '#lib/lifecycle/because.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { slug } from '#lib/lifecycle/triggers/trigger.ts';
import type { Because } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { anyEvents } from './any-events.ts';
import { NOW, order, person, reading } from './people.ts';

const say = ({ code, values }: Because): string => t(`because.${code}`, values);

/** Every reason anywhere in a value. */
const reasonsIn = (value: unknown): Because[] => {
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('code' in value && 'values' in value) return [value as Because];
  return Object.values(value).flatMap(reasonsIn);
};

describe('the sentences', () => {
  it('are there for every reason, and for no other', () => {
    expect(Object.keys(sentences).sort()).toEqual(becauseCodes.map((code) => `because.${code}`).sort());
    expect(new Set(becauseCodes).size).toBe(becauseCodes.length);
  });

  it('are each used by some rule', () => {
    const source = readdirSync('lib/lifecycle', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('because.ts'))
      .map((name) => readFileSync(`lib/lifecycle/${name}`, 'utf8'))
      .join('\n');
    // Codes that end in a part of the facts are put together where they are used.
    const isUsed = (code: string) =>
      source.includes(`'${code}'`) ||
      ['-pricing', '-article', '-about', '-wrong-fact', '-bad-idea'].some(
        (end) =>
          code.endsWith(end) &&
          (source.includes(`'${code.slice(0, -end.length)}'`) ||
            source.includes(`\`${code.slice(0, 1 - end.length)}$`)),
      );
    expect(becauseCodes.filter((code) => !isUsed(code))).toEqual([]);
  });

  it('have every value that they name, whatever the customer: nothing is left in braces or undefined', () => {
    const said = new Set<BecauseCode>();
    fc.assert(
      fc.property(anyEvents, fc.boolean(), (events, account) => {
        for (const reason of reasonsIn(decide(person(events, { account }), defaultPlaybook, NOW))) {
          said.add(reason.code);
          const named = [...sentences[`because.${reason.code}`].matchAll(/\{(\w+)[,}]/g)].flatMap(
            ([, name]) => name ?? [],
          );
          // Words of a select or plural stand in braces as well: they are no names of values.
          const wanted = named.filter((name) =>
            /^(n|s|days|usual|percent|stars|times|count|orders|about|by|page|stage|unit|what|event|\w+At)$/.test(
              name,
            ),
          );
          for (const name of wanted) expect(Object.keys(reason.values), reason.code).toContain(name);
          const text = say(reason);
          expect(text, reason.code).not.toMatch(/[{}]|undefined|NaN|Invalid Date/);
          expect(text.length, reason.code).toBeGreaterThan(3);
        }
      }),
      { numRuns: 1_500, seed: 4 },
    );
    // Most of the catalogue was really spoken above.
    expect(said.size).toBeGreaterThan(80);
  });

  it.each<[BecauseCode, Because['values'], string]>([
    ['stage-one-order-quiet', { n: 7 }, 'One order, quiet for 7 months (about 1 in 7 return)'],
    ['guard-g1', { n: 14 }, '14 quiet days after an order'],
    ['measure-issues-open', { n: 1, days: 2 }, 'Open issue for 2 days'],
    ['measure-issues-open', { n: 2, days: 1 }, '2 open issues for 1 day'],
    [
      'trigger-complaint-open-about',
      { n: 2, about: 'late delivery', openedAt: NOW },
      'Their complaint “late delivery” has been open for 2 days',
    ],
    ['trigger-order-overdue', { n: 10, usual: 30 }, 'Their order is 10 days later than their usual 30'],
    ['trigger-order-count', { count: 3, n: 1, orderAt: NOW }, 'Their 3rd order was 1 day ago'],
    [
      'trigger-after-event',
      { event: 'Order Delivered', what: 'order_delivered', n: 3, eventAt: NOW },
      'Their order arrived 3 days ago',
    ],
    [
      'trigger-after-event',
      { event: 'Subscription Resumed', what: 'subscription_resumed', n: 1, eventAt: NOW },
      'They came back from their break 1 day ago',
    ],
    ['wait-contacted-by', { by: 'Mia', contactAt: NOW, n: 0 }, 'Mia was in touch today'],
    ['wait-contacted', { contactAt: NOW, n: 1 }, 'One of us was in touch yesterday'],
    ['guard-g3-person', { by: 'Mia', contactAt: NOW, n: 2 }, 'Mia was in touch on Dec 4, 2026'],
    ['guard-g12', { untilAt: NOW }, 'on a break until Dec 4, 2026'],
    ['guard-g9-until-they-write', { saidAt: NOW }, 'your team snoozed it on Dec 4, 2026, until they write'],
  ])('%s %o reads "%s"', (code, values, text) => {
    expect(t(`because.${code}`, values)).toBe(text);
  });

  it('tell every event that the default plays wait for as a person would, never by its name', () => {
    let told = 0;
    for (const { triggers } of defaultPlaybook.plays)
      for (const trigger of triggers) {
        if (trigger.on !== 'after-event' && trigger.on !== 'event-without') continue;
        told++;
        const values = { event: trigger.event, what: slug(trigger.event), n: 1, eventAt: NOW };
        const text = t(`because.trigger-${trigger.on}`, values);
        expect(text).toMatch(/^[A-Z][a-z]* [a-z].* 1 day ago/);
        expect(text).not.toContain(trigger.event);
      }
    expect(told).toBeGreaterThan(20);
  });

  it('[ST7] never call a one-time buyer lost', () => {
    const { stage, status } = reading([order(213)]);
    for (const reason of [...stage.because, status.because])
      expect(say(reason)).not.toMatch(/lost|churn|dead/i);
  });
});
