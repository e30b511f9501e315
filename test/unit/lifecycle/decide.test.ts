import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { stages, statuses } from '#lib/contract/stage.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { makeDesk } from '#lib/lifecycle/desk.ts';
import { blockedBy } from '#lib/lifecycle/guards/index.ts';
import { readView } from '#lib/lifecycle/read.ts';
import { fires } from '#lib/lifecycle/triggers/index.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { anyEvents } from './any-events.ts';
import { cards, deciding, NOW, person } from './people.ts';

const runs = { numRuns: 500 };
const later = fc.integer({ min: 0, max: 400 * DAY }).map((more) => NOW + more);

describe('any customer at any time', () => {
  it('[D0] gets a decision with a stage, a status and a health, and nothing throws', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const { reading, wait } = deciding(events, now);
        expect(stages).toContain(reading.stage.stage);
        expect(statuses).toContain(reading.status.status);
        expect(reading.stage.because.length).toBeGreaterThan(0);
        expect(Number.isFinite(reading.stage.since)).toBe(true);
        const { score, coverage } = reading.health;
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(wait.nextLookAt).toBeGreaterThan(now);
      }),
      runs,
    );
  });

  it('[D1] gets scores that are exactly the product of their factors', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        for (const { score, factors, main } of cards(deciding(events, now))) {
          expect(factors.map(({ id }) => id)).toEqual(['p', 'C', 'U', 'V', 'L', 'F']);
          const product = factors.reduce((all, { value }) => all * value, 100);
          expect(score).toBeCloseTo(product, 9);
          if (score > 0) {
            const logs = factors.reduce((sum, { value }) => sum + Math.log(value), Math.log(100));
            expect(logs).toBeCloseTo(Math.log(score), 9);
          }
          const pulls = factors.map(({ value }) => Math.abs(Math.log(value)));
          expect(Math.abs(Math.log(main.value))).toBe(Math.max(...pulls));
          expect(factors.every(({ because }) => because.length > 0)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('[G0] is never shown a card that a guard forbids', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const subject = person(events);
        const decision = decide(subject, defaultPlaybook, now);
        const view = makeView(subject, defaultPlaybook, now);
        const scene = { ...view, reading: readView(view) };
        const desk = makeDesk(defaultPlaybook, view);
        for (const { play, key } of [decision.top, ...decision.others].filter((card) => card !== null)) {
          const trigger = play.triggers.find((each) => fires(each, scene) !== null);
          const fired = trigger && fires(trigger, scene);
          if (!trigger || !fired) throw new Error('a card without a reason');
          expect(blockedBy({ play, on: trigger.on, fired, key }, scene, desk)).toBeNull();
        }
      }),
      runs,
    );
  });

  it('[D10] gets at most two others, each within 70 % of the top, and each better than waiting', () => {
    fc.assert(
      fc.property(anyEvents, later, (events, now) => {
        const { top, others, propensity } = deciding(events, now);
        expect(others.length).toBeLessThanOrEqual(2);
        for (const other of others) {
          expect(other.score).toBeGreaterThanOrEqual(0.7 * (top?.score ?? Infinity));
          // [D14] Better ones come after the top only where that was tried on purpose.
          if (propensity > 0.05) expect(other.score).toBeLessThanOrEqual((top?.score ?? 0) + 1e-6);
        }
        for (const card of [top, ...others]) expect(card?.score ?? Infinity).toBeGreaterThan(10);
        const keys = [top, ...others].flatMap((card) => (card ? [card.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });

  it('[D9] is looked at again no later than something could become possible by itself', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { hidden, wait } = deciding(events);
        for (const { blocked } of hidden)
          if (blocked.until !== null && blocked.until > NOW)
            expect(wait.nextLookAt).toBeLessThanOrEqual(blocked.until);
      }),
      { numRuns: 200 },
    );
  });
});
