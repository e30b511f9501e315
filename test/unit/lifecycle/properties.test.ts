import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecisionRecord } from '#lib/contract/decision.ts';
import { eventTypes, SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { stages, statuses } from '#lib/contract/stage.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { recordOf } from '#lib/lifecycle/decision-record.ts';
import type { Card, Decision, Subject } from '#lib/lifecycle/types.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { fewEvents } from './any-events.ts';
import { rules } from './contact-rules.ts';
import { cards, NOW, person } from './people.ts';

const runs = { numRuns: 10_000 };
const PATIENCE = 120_000;
const later = fc
  .oneof(fc.integer({ min: 0, max: 20 * DAY }), fc.integer({ min: 0, max: 400 * DAY }))
  .map((more) => NOW + more);
const everEver = fc.oneof(later, fc.integer({ min: 0, max: 8_640_000_000_000_000 }));
const clock = fc.constantFrom(undefined, 'Asia/Manila', 'Europe/Warsaw', 'America/St_Johns', 'Mars/Olympus');
const profileOf = (timezone: string | undefined, account: boolean) => ({
  account,
  ...(timezone !== undefined && { timezone }),
});
const shownIn = ({ top, others }: Decision): Card[] => (top ? [top, ...others] : []);

describe('ten thousand customers', () => {
  it(
    '[G0] are never shown a card that a rule of contact forbids, told from the events themselves',
    () => {
      let shown = 0;
      fc.assert(
        fc.property(fewEvents, later, clock, fc.boolean(), (events, now, timezone, account) => {
          const subject = person(events, profileOf(timezone, account));
          const decision = decide(subject, defaultPlaybook, now);
          const openComplaint = makeView(subject, defaultPlaybook, now).openComplaint !== null;
          for (const { play, factors } of shownIn(decision)) {
            shown++;
            expect(play.stages).toContain(decision.reading.stage.stage);
            const real = timezone === 'Mars/Olympus' ? undefined : timezone;
            const given = { play, events, playbook: defaultPlaybook, timezone: real, openComplaint, now };
            for (const [id, holds] of Object.entries(rules))
              if (!holds(given)) throw new Error(`${play.id} breaks ${id}`);
            // [G7] What they spend is no part of a founder's card.
            if (play.audience === 'founder') expect(factors.find(({ id }) => id === 'V')?.value).toBe(1);
          }
        }),
        runs,
      );
      expect(shown).toBeGreaterThan(3_000);
    },
    PATIENCE,
  );

  it(
    '[D0] get the same decision twice, in any order of the events, and after a trip through JSON',
    () => {
      const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
      const sent = copy(defaultPlaybook);
      /** All of a decision; plays by their name. */
      const told = (decision: Decision) =>
        JSON.stringify(decision, (key, value) => (key === 'play' && value?.id ? value.id : value));
      fc.assert(
        fc.property(fewEvents, later, clock, (events, now, timezone) => {
          const subject: Subject = person(events, profileOf(timezone, false));
          const decision = told(decide(subject, defaultPlaybook, now));
          expect(told(decide(copy(subject), sent, now))).toBe(decision);
          const reversed = person([...events].reverse(), profileOf(timezone, false));
          expect(told(decide(reversed, defaultPlaybook, now))).toBe(decision);
        }),
        runs,
      );
    },
    PATIENCE,
  );

  it(
    '[D1] get scores that are the product of their factors, and whose logarithms add up',
    () => {
      fc.assert(
        fc.property(fewEvents, later, (events, now) => {
          for (const { score, factors } of cards(decide(person(events), defaultPlaybook, now))) {
            const product = factors.reduce((all, { value }) => all * value, 100);
            if (Math.abs(score - product) > 1e-9) throw new Error(`${score} is not ${product}`);
            const logs = factors.reduce((sum, { value }) => sum + Math.log(value), Math.log(100));
            if (score > 0 && Math.abs(logs - Math.log(score)) > 1e-9) throw new Error('logs do not add up');
          }
        }),
        runs,
      );
    },
    PATIENCE,
  );

  it(
    '[D0] [D16] at any time get a decision that can be kept, and nothing throws',
    () => {
      const id = '0190163d-8694-739b-aea5-966c26f8ad91';
      fc.assert(
        fc.property(fewEvents, everEver, clock, fc.boolean(), (events, now, timezone, account) => {
          const subject = person(events, profileOf(timezone, account));
          const decision = decide(subject, defaultPlaybook, now);
          expect(stages).toContain(decision.reading.stage.stage);
          expect(statuses).toContain(decision.reading.status.status);
          expect(decision.propensity).toBeGreaterThan(0);
          const kept = DecisionRecord.safeParse(recordOf(decision, id));
          if (!kept.success) throw new Error(kept.error.message);
        }),
        runs,
      );
    },
    PATIENCE,
  );

  it(
    'may send anything: what is no event is refused by the name of what is wrong',
    () => {
      const wrong = fc.constantFrom<unknown>({ no: 'thing' }, [[1]], Symbol.for('x'), () => 1);
      fc.assert(
        fc.property(fc.constantFrom(...eventTypes), wrong, fc.nat(99), (type, value, pick) => {
          const event = { id: 'e', source: 's', subject: 'ana', at: NOW, type, data: {} };
          const keys = ['id', 'source', 'subject', 'at', 'type', 'data'] as const;
          const key = keys[pick % keys.length] ?? 'id';
          const bad = key === 'data' ? { ...event, data: 'words' } : { ...event, [key]: value };
          const { success, error } = SukiEvent.safeParse(bad);
          expect(success).toBe(false);
          expect(error?.issues.some(({ path }) => path[0] === key)).toBe(true);
        }),
        runs,
      );
      const unknown = SukiEvent.safeParse({
        id: 'e',
        source: 's',
        subject: 'ana',
        at: NOW,
        type: 'Customer Won',
        data: {},
      });
      expect(unknown.error?.issues[0]?.path).toEqual(['type']);
    },
    PATIENCE,
  );
});
