import { describe, expect, it } from 'vitest';
import type { Profile } from '#lib/contract/customer.ts';
import type { EventData, EventType, MeddicItem, SukiEvent } from '#lib/contract/events.ts';
import type { Persona } from '#lib/contract/persona.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import {
  cards,
  contact,
  csat,
  daysAgo,
  event,
  hoursAgo,
  NOW,
  order,
  person,
  wrote,
} from '../lifecycle/people.ts';

/** An event so many days ago. */
const ago = <T extends EventType>(days: number, type: T, data: EventData<T>): SukiEvent =>
  event(type, daysAgo(days), data);
const asked = (days: number, ref = 'q') => ago(days, 'Question Asked', { ref });
const answered = (days: number, ref = 'q') => ago(days, 'Question Answered', { ref, fully: 'yes' });
const signedUp = (days: number) => ago(days, 'Signed Up', {});
const started = (days: number) => ago(days, 'Subscription Started', {});
const proposed = (days: number) => ago(days, 'Proposal Sent', {});
const complained = (days: number) => ago(days, 'Complaint Raised', { ref: 'k' });
const known = (...items: MeddicItem[]) => items.map((item) => ago(12, 'MEDDIC Noted', { item }));
const robot = (days: number) => contact(days, { initiator: 'automation', purpose: 'news' });
/** Back for more, every thirty days. */
const regular = (last: number) => [90, 60, 30, 0].map((before) => order(before + last));

type Told = { events: SukiEvent[]; profile?: Partial<Profile>; personas?: Persona[] };
const account = (events: SukiEvent[]): Told => ({ events, profile: { account: true } });
const maya: Persona = {
  id: 'maya',
  name: 'Maya',
  story: '',
  rules: [{ of: 'orders', atLeast: 3 }],
  reviewedAt: 0,
};

/** For each play, and each row that gives an example: somebody for whom it is a candidate today. */
const people: Record<string, [string, SukiEvent[] | Told][]> = {
  answer_question: [['[R4-16] asked 25 hours ago', [event('Question Asked', hoursAgo(25), { ref: 'q' })]]],
  finish_answer: [
    [
      '[R3-25] answered in part yesterday',
      [asked(2), event('Question Answered', daysAgo(1), { ref: 'q', fully: 'partly' })],
    ],
  ],
  keep_promise: [['[R0-13] promised for today', [ago(3, 'Promise Made', { ref: 'p', dueAt: hoursAgo(2) })]]],
  admit_missed_promise: [
    [
      '[R0-28] a promise was missed yesterday',
      [ago(5, 'Promise Made', { ref: 'p', dueAt: daysAgo(2) }), ago(1, 'Promise Missed', { ref: 'p' })],
    ],
  ],
  answer_feedback: [
    [
      '[R0-12] told us something 8 days ago',
      [ago(8, 'Feedback Given', { kind: 'idea', text: 'Smaller bags' })],
    ],
  ],
  say_what_changed: [
    [
      '[R1-04] their words had an outcome',
      [
        event('Feedback Given', daysAgo(9), { kind: 'idea' }, { id: 'idea-1' }),
        ago(1, 'Feedback Closed', { ref: 'idea-1' }),
      ],
    ],
  ],
  apologise_personally: [
    ['[R0-15] complained at nine', [event('Complaint Raised', hoursAgo(3), { ref: 'k' })]],
  ],
  confirm_solved: [
    ['[R3-24] we say it is solved', [complained(6), ago(3, 'Complaint Resolved', { ref: 'k' })]],
  ],
  call_them: [
    [
      '[R0-21] third contact on the same matter',
      [complained(3), ...[2, 1].map((days) => ago(days, 'Complaint Raised', { ref: 'k' }))],
    ],
    [
      '[R0-21] reopened twice',
      [
        complained(9),
        ...[7, 4].flatMap((days) => [
          ago(days + 1, 'Complaint Resolved', { ref: 'k' }),
          ago(days, 'Complaint Reopened', { ref: 'k' }),
        ]),
      ],
    ],
  ],
  recovery_call: [
    [
      '[R4-11] gave 2 of 5 at 16:00',
      [order(20), event('Feedback Given', hoursAgo(1), { kind: 'csat', score: 2 })],
    ],
  ],
  assign_owner: [
    ['[R0-11] unowned for 4 h 1 min', [event('Question Asked', hoursAgo(4) - 60_000, { ref: 'q' })]],
  ],
  bring_a_lead: [['[R3-30] abusive', [order(40), ago(1, 'Abuse Reported', {})]]],
  introduce_colleague: [['[R4-19] handed over', [order(40), ago(1, 'Handed Over', { to: 'Mia' })]]],
  review_persona: [
    [
      '[R4-12] fits 50 points worse than when it was set',
      { events: [order(20), ago(10, 'Persona Set', { persona: 'maya', percent: 80 })], personas: [maya] },
    ],
  ],
  founder_hello: [['[R3-15] first order 3 days ago', [order(3)]]],
  take_over: [['[R3-13] three machines and nobody else', [order(50), robot(30), robot(20), robot(10)]]],
  welcome_newcomer: [['[R0-01] signed up yesterday', [signedUp(1)]]],
  send_the_guide: [['[R1-13] took a guide', [signedUp(9), ago(3, 'Content Downloaded', {})]]],
  offer_an_answer: [
    ['[R1-01] looked at prices once', [signedUp(9), ago(3, 'Page Viewed', { page: 'pricing' })]],
  ],
  ask_what_brought_you: [
    ['[R4-23] here for two weeks', { events: [signedUp(14)], profile: { createdAt: daysAgo(14) } }],
  ],
  arrange_demo: [['[R4-17] asked for a demo', [ago(2, 'Demo Requested', {})]]],
  ask_need: [['[R1-02] answered, need unknown', [asked(5), answered(4)]]],
  offer_demo: [
    [
      '[R1-16] three articles, no contact',
      [signedUp(9), ...[5, 4, 3].map((days) => ago(days, 'Page Viewed', { page: 'article' }))],
    ],
  ],
  compare_honestly: [['[R2-04] named a competitor', [asked(5), ago(2, 'Competitor Named', {})]]],
  suggest_best_fit: [['[R1-02] told us their need', [asked(5), answered(4), ago(2, 'Need Stated', {})]]],
  share_a_story: [['[R4-14] a company that has been looking', account([asked(20), answered(19)])]],
  trial_first_days: [
    ['[R1-16] five days of trial', [signedUp(8), ago(5, 'Trial Started', { endsAt: NOW + 20 * DAY })]],
  ],
  ask_what_was_missing: [
    [
      '[R3-06] the trial ended',
      [ago(30, 'Trial Started', { endsAt: daysAgo(3) }), ago(3, 'Trial Ended', {})],
    ],
  ],
  ask_good_week: [
    [
      '[R2-15] two of three parts known',
      [
        order(40),
        wrote(40),
        ago(9, 'Profile Noted', { part: 'demographic' }),
        ago(9, 'Profile Noted', { part: 'behavioural' }),
      ],
    ],
  ],
  ask_what_is_unclear: [['[R4-23] two weeks of questions', [asked(14), answered(13)]]],
  let_go: [
    ['[R2-10] quiet for 50 days', [asked(51), answered(50)]],
    ['[R2-09] 0 of 6 after 45 days', account([asked(46), answered(45)])],
  ],
  offer_help: [['[R1-18] 11 minutes at the checkout', [event('Checkout Started', NOW - 11 * 60_000, {})]]],
  walk_through_proposal: [['[R3-19] a silent proposal', [asked(12), answered(11), proposed(5)]]],
  ask_what_would_help: [['[R4-23] deciding for twelve days', [proposed(12)]]],
  send_the_deck: [['[R3-19] a champion without criteria', account([proposed(20), ...known('champion')])]],
  ask_metrics: [['[R2-09] nothing known', account([proposed(20)])]],
  ask_buyer: [['[R2-09] 2 of 6 at 30 days', account([proposed(30), ...known('metrics', 'pain')])]],
  ask_criteria: [['[R2-09] two known', account([proposed(20), ...known('metrics', 'buyer')])]],
  ask_process: [['[R2-09] three known', account([proposed(20), ...known('metrics', 'buyer', 'criteria')])]],
  ask_pain: [
    ['[R2-09] four known', account([proposed(20), ...known('metrics', 'buyer', 'criteria', 'process')])],
  ],
  ask_champion: [
    [
      '[R2-09] five known',
      account([proposed(20), ...known('metrics', 'buyer', 'criteria', 'process', 'pain')]),
    ],
  ],
  say_thanks: [
    ['[R1-20] no thank-you ten minutes after', [event('Order Completed', NOW - 11 * 60_000, { order: 'o' })]],
  ],
  confirm_smooth: [
    ['[R1-03] ordered five hours ago', [event('Order Completed', hoursAgo(5), { order: 'o' })]],
  ],
  update_order: [['[R2-02] late, and nobody said so', [order(9, { promisedFor: daysAgo(1) })]]],
  confirm_received: [
    ['[R1-21] delivered 2 days ago', [order(6), ago(2.1, 'Order Delivered', { order: 'o6' })]],
  ],
  reassure: [
    [
      '[R1-19] asks about returning it on day 2',
      [order(2), ago(0.2, 'Question Asked', { ref: 'q', topic: 'returns' })],
    ],
  ],
  confirm_refund: [['[R1-19] refunded', [order(20), ago(1, 'Order Refunded', { order: 'o20' })]]],
  call_satisfaction: [
    [
      '[R4-22] every complaint',
      [
        order(40),
        complained(12),
        ago(9, 'Complaint Resolved', { ref: 'k' }),
        ago(5, 'Complaint Confirmed Resolved', { ref: 'k' }),
      ],
    ],
  ],
  welcome_subscriber: [['[R4-20] subscribed yesterday', [started(1)]]],
  guide_first_steps: [
    ['[R4-20] stuck for 5 days', [started(8), ago(5.1, 'Onboarding Step Completed', { left: 2 })]],
  ],
  celebrate_first_value: [['[R4-20] it worked', [started(9), ago(1, 'First Value Reached', {})]]],
  check_in: [
    ['[R0-03] ten days later than their usual 30', regular(40)],
    ['[R1-04] 14 days after the order', [order(14.1)]],
  ],
  rescue_one_timer: [['[R1-22] one order 31 days ago, no touch', [order(31)]]],
  teach_feature: [
    [
      '[R4-13] a part unused for 30 days',
      [started(80), ago(3, 'Usage Reported', { feature: 'labels', count: 0 })],
    ],
  ],
  suggest_upgrade: [
    [
      '[R4-15] limit hit 3 times, health 72, 40 days',
      [
        started(40),
        wrote(3),
        csat(5, 5),
        ago(2, 'Usage Reported', { ratio: 1 }),
        ...[9, 6, 2].map((days) => ago(days, 'Limit Reached', {})),
      ],
    ],
  ],
  ask_feeling: [['[R0-17] delivered 3 days ago', [order(6), ago(3.1, 'Order Delivered', { order: 'o6' })]]],
  ask_did_it_help: [['[R3-08] answered two days ago', [order(40), asked(3), answered(2)]]],
  ask_first_weeks: [['[R4-23] first order 30 days ago', [order(30), contact(20)]]],
  ask_three_questions: [
    ['[R4-24] delivered 14 days ago', [order(18), ago(14, 'Order Delivered', { order: 'o18' })]],
  ],
  ask_review: [
    ['[R1-26] marked it 1', [order(15), csat(5, 1)]],
    ['[R1-26] marked it 5', [order(15), csat(5, 5)]],
  ],
  ask_fault: [['[R3-06] quiet for 35 days', [order(36), wrote(35)]]],
  ask_latent_need: [['[R4-28] a regular for three months', [...regular(9), wrote(9)]]],
  care_check: [['[R0-14] no complaint and 46 quiet days', [order(300), order(200), order(100), wrote(46)]]],
  ask_how_are_you: [
    ['[R0-25] longer than the cadence', [order(300), order(200), order(100), wrote(20), contact(61)]],
  ],
  personal_note: [
    [
      '[R0-04] last contact 61 days ago, health fell',
      [
        ...regular(70),
        wrote(61),
        contact(61),
        csat(62, 5),
        ago(3, 'Usage Reported', { ratio: 0.2 }),
        started(200),
      ],
    ],
  ],
  usage_note: [
    [
      '[R0-23] 14 this month, usually 9',
      [
        started(130),
        ...[90, 60, 31].map((days, i) => ago(days, 'Usage Reported', { count: [8, 9, 11][i] ?? 9 })),
        ago(2, 'Usage Reported', { count: 14 }),
      ],
    ],
  ],
  special_day: [
    [
      '[R0-24] a birthday that they told us',
      [order(40), ago(20, 'Special Day Noted', { day: 'birthday', month: 12, date: 4, consent: true })],
    ],
    [
      '[R0-24] a year with us',
      [event('Order Completed', Date.UTC(2025, 11, 4), { order: 'first' }), order(40)],
    ],
  ],
  add_value: [
    ['[R0-19] third order', [order(70), order(40), order(3)]],
    [
      '[R0-19] a complaint that they call solved',
      [
        order(40),
        complained(12),
        ago(9, 'Complaint Resolved', { ref: 'k' }),
        ago(5, 'Complaint Confirmed Resolved', { ref: 'k' }),
      ],
    ],
    [
      '[R0-19] first anniversary',
      [event('Order Completed', Date.UTC(2025, 11, 3), { order: 'first' }), order(40)],
    ],
  ],
  send_one_thing: [['[R4-14] a regular for a while', regular(20)]],
  prepare_renewal: [
    ['[R2-06] renewal in 20 days', [ago(345, 'Subscription Started', { renewsAt: NOW + 20 * DAY })]],
  ],
  explain_price_change: [['[R3-21] prices change', [order(40), ago(2, 'Price Change Announced', {})]]],
  look_into_signs: [
    [
      '[R4-10] usage halved, admin left',
      [started(120), ago(4, 'Usage Reported', { ratio: 0.5 }), ago(3, 'Champion Left', {})],
    ],
  ],
  meet_successor: [['[R4-19] the champion left', [started(120), ago(3, 'Champion Left', {})]]],
  ask_about_autorenew: [['[R4-10] autorenew off', [started(120), ago(3, 'Autorenew Turned Off', {})]]],
  card_note: [
    [
      '[R3-22] 12 days before the card runs out',
      [started(120), ago(2, 'Payment Method Expiring', { expiresAt: NOW + 12 * DAY })],
    ],
  ],
  failed_payment_note: [
    ['[R3-22] failed on day 0, today is day 4', [started(120), ago(4, 'Payment Failed', {})]],
  ],
  offer_pause: [
    [
      '[R3-23] "cancel, taking a break"',
      [started(120), ago(0.5, 'Cancel Intent Stated', { text: 'cancel, taking a break' })],
    ],
  ],
  welcome_back: [
    [
      '[R3-23] resumed',
      [started(120), ago(40, 'Subscription Paused', {}), ago(1, 'Subscription Resumed', {})],
    ],
  ],
  confirm_cancelled: [['[R1-09] cancelled yesterday', [started(120), ago(1, 'Subscription Cancelled', {})]]],
  thank_for_renewing: [['[R0-32] renewed', [started(120), ago(2, 'Subscription Renewed', {})]]],
  confirm_card: [['[R3-22] a new card', [started(120), ago(1, 'Payment Method Updated', {})]]],
  thank_personally: [
    ['[R0-27] praise yesterday', [order(40), ago(1, 'Feedback Given', { kind: 'praise' })]],
    ['[R0-27] a referral yesterday', [order(40), ago(1, 'Referral Made', {})]],
  ],
  reply_on_social: [['[R0-22] showed it to friends', [order(40), ago(1, 'Product Shared', {})]]],
  thank_for_idea: [['[R0-30] had an idea', [order(40), ago(1, 'Feedback Given', { kind: 'idea' })]]],
  thank_for_candour: [
    ['[R3-05] told us frankly', [order(40), ago(1, 'Feedback Given', { kind: 'comment' })]],
  ],
  tell_shipped: [['[R3-27] their wish is there', [order(40), ago(1, 'Idea Shipped', {})]]],
  ask_their_advice: [
    ['[R0-30] an advocate for two months', [...regular(20), ago(60, 'Product Reviewed', { rating: 5 })]],
  ],
  offer_referral: [
    [
      '[R1-27] reviewed us three weeks ago',
      [...regular(20), wrote(5), csat(20, 5), ago(21, 'Product Reviewed', { rating: 5 })],
    ],
  ],
  ask_why_they_left: [
    ['[R3-01] cancelled three days ago', [started(120), ago(3, 'Subscription Cancelled', {})]],
  ],
  win_back: [['[R3-01] left six weeks ago', [started(160), ago(42, 'Subscription Cancelled', {})]]],
};

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
