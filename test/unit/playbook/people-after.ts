import { DAY } from '#lib/contract/primitives.ts';
import { contact, csat, daysAgo, event, hoursAgo, NOW, order, wrote } from '../lifecycle/people.ts';
import { ago, answered, asked, complained, type People, regular, started } from './told.ts';

/** They have bought. */
export const afterTheSale: People = {
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
    [
      '[R1-27] would recommend us, nine of ten, three weeks ago',
      [...regular(20), wrote(5), ago(21, 'Feedback Given', { kind: 'nps', score: 9 })],
    ],
  ],
  ask_why_they_left: [
    ['[R3-01] cancelled three days ago', [started(120), ago(3, 'Subscription Cancelled', {})]],
  ],
  win_back: [['[R3-01] left six weeks ago', [started(160), ago(42, 'Subscription Cancelled', {})]]],
};
