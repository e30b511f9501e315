import { DAY } from '#lib/contract/primitives.ts';
import { daysAgo, event, hoursAgo, NOW, order, wrote } from '../lifecycle/people.ts';
import {
  account,
  ago,
  answered,
  asked,
  complained,
  known,
  maya,
  type People,
  proposed,
  robot,
  signedUp,
} from './told.ts';

/** They have not bought yet, or it does not matter whether they have. */
export const beforeTheSale: People = {
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
};
