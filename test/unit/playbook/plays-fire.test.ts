import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import {
  cards,
  contact,
  csat,
  event,
  hiddenBy,
  hoursAgo,
  NOW,
  order,
  person,
  wrote,
} from '../lifecycle/people.ts';
import { afterTheSale } from './people-after.ts';
import { beforeTheSale } from './people-before.ts';
import { ago, known, proposed, regular, started, type Told } from './told.ts';

const people = { ...beforeTheSale, ...afterTheSale };

const playsFor = (told: SukiEvent[] | Told): string[] => {
  const { events, profile = {}, personas = [] }: Told = Array.isArray(told) ? { events: told } : told;
  const decision = decide(person(events, profile), { ...defaultPlaybook, personas }, NOW);
  return cards(decision).map(({ play }) => play.id);
};

describe('every play has somebody for whom it is a candidate', () => {
  it('and none was forgotten here', () => {
    expect(Object.keys(people).sort()).toEqual(defaultPlaybook.plays.map(({ id }) => id).sort());
  });
  const all = Object.entries(people).flatMap(([play, cases]) =>
    cases.map(([what, told]) => [play, what, told] as const),
  );
  it.each(all)('%s: %s', (play, _what, told) => {
    expect(playsFor(told)).toContain(play);
  });
});

describe('and somebody for whom it is none', () => {
  it.each<[string, string, SukiEvent[] | Told]>([
    ['answer_question', '[R4-16] asked 23 hours ago', [event('Question Asked', hoursAgo(23), { ref: 'q' })]],
    ['assign_owner', '[R0-11] 3 h 59 min', [event('Question Asked', hoursAgo(4) + 60_000, { ref: 'q' })]],
    ['personal_note', '[R0-04] at 59 days', [...regular(70), wrote(59), contact(59)]],
    ['care_check', '[R0-14] 44 quiet days', [order(300), order(200), order(100), wrote(44)]],
    [
      'usage_note',
      '[R0-23] below the median',
      [
        started(130),
        ...[90, 60, 31].map((days) => ago(days, 'Usage Reported', { count: 9 })),
        ago(2, 'Usage Reported', { count: 7 }),
      ],
    ],
    ['founder_hello', '[R3-15] on day 1', [order(1)]],
    ['rescue_one_timer', '[R1-22] one order 29 days ago', [order(29)]],
    [
      'suggest_upgrade',
      '[R4-15] health too low',
      [
        started(40),
        csat(6, 1),
        csat(5, 1),
        ago(2, 'Usage Reported', { ratio: 0 }),
        ...[9, 6, 2].map((days) => ago(days, 'Limit Reached', {})),
      ],
    ],
    ['look_into_signs', '[R4-10] one sign: watch', [started(120), ago(3, 'Champion Left', {})]],
    ['failed_payment_note', '[R3-22] day 2 of silence', [started(120), ago(2, 'Payment Failed', {})]],
    [
      'thank_personally',
      '[R0-27] praise three days ago',
      [order(40), ago(3, 'Feedback Given', { kind: 'praise' })],
    ],
    ['ask_buyer', '[R2-09] not an account', [proposed(30), ...known('metrics', 'pain')]],
    [
      'win_back',
      '[R3-01] more than twice: between the two windows',
      [started(360), ago(120, 'Subscription Cancelled', {})],
    ],
  ])('%s: %s', (play, _what, told) => {
    expect(playsFor(told)).not.toContain(play);
  });
});

it('[R0-24] a year with us inside a complaint: the greeting may go out, the extra may not', () => {
  const events = [
    event('Order Completed', Date.UTC(2025, 11, 4), { order: 'first' }),
    order(40),
    event('Complaint Raised', hoursAgo(20), { ref: 'k' }),
  ];
  const decision = decide(person(events), defaultPlaybook, NOW);
  const open = [decision.top, ...decision.others, ...decision.rest].map((card) => card?.play.id);
  expect(decision.top?.play.id).toBe('apologise_personally');
  expect(open).toContain('special_day');
  expect(open).not.toContain('add_value');
  expect(hiddenBy(decision, 'add_value')?.guard).toBe('G2');
});
