import type { BecauseCode } from '../../lifecycle/because.ts';
import { triggers } from './because-triggers.ts';

/**
 * One sentence, in ICU MessageFormat, for each reason that the rules can give: what a calm colleague would say.
 * `n` counts whole days unless the sentence says otherwise; values whose name ends in `At` are instants.
 */
export const because: Record<`because.${BecauseCode}`, string> = {
  // stage
  'because.first-seen': 'First seen on {sinceAt, date, medium}, nothing asked yet',
  'because.stage-nothing-known': 'Added on {sinceAt, date, medium}, nothing known yet',
  'because.stage-lead-silent':
    'Asked once, then quiet for {n, plural, =0 {less than a day} one {# day} other {# days}}',
  'because.stage-asked': 'Asked a question on {actAt, date, medium}',
  'because.stage-wants-demo': 'Asked for a demo on {actAt, date, medium}',
  'because.stage-trial': 'Began a trial on {actAt, date, medium}',
  'because.stage-downloaded': 'Downloaded something on {actAt, date, medium}',
  'because.stage-read-pricing': 'Looked at prices more than once, last on {readAt, date, medium}',
  'because.stage-read-article': 'Read {n} articles within two weeks, last on {readAt, date, medium}',
  'because.stage-checkout': 'Began a checkout on {startedAt, date, medium}',
  'because.stage-checkout-left':
    'Left a checkout unfinished {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.stage-proposal': 'Has our proposal since {sentAt, date, medium}',
  'because.stage-trial-ending': 'Trial ends on {endsAt, date, medium}',
  'because.stage-first-order': 'Customer since the first order on {orderAt, date, medium}',
  'because.stage-subscribed': 'Customer since the subscription began on {startedAt, date, medium}',
  'because.stage-came-back': 'Came back on {backAt, date, medium}',
  'because.stage-repeat-orders': '{n, plural, one {# order} other {# orders}} so far',
  'because.stage-renewed': 'Renewed {n, plural, one {once} other {# times}}',
  'because.stage-tenure': 'With us for {n, plural, one {# day} other {# days}}',
  'because.stage-health': 'In good standing: health {n}',
  'because.stage-health-fell': 'Health fell to {n} and stayed low for two weeks',
  'because.stage-reviewed': 'Spoke well of us in a review on {actAt, date, medium}',
  'because.stage-referred': 'Brought somebody to us on {actAt, date, medium}',
  'because.stage-shared': 'Told others about us on {actAt, date, medium}',
  'because.stage-cancelled': 'Cancelled on {cancelledAt, date, medium}',
  'because.stage-trial-after-cancel':
    'Cancelled on {cancelledAt, date, medium}, trying again since {trialAt, date, medium}',
  'because.stage-one-order-quiet':
    'One order, quiet for {n, plural, one {# month} other {# months}} (about 1 in 7 return)',
  'because.stage-few-orders-quiet':
    '{orders} orders, quiet for {n, plural, one {# month} other {# months}} (about 1 in 7 return)',
  'because.stage-archived': 'Nothing heard for {n, plural, one {# day} other {# days}}, so put aside',
  'because.stage-back-not-yet':
    'Ordered again on {backAt, date, medium}, {n, plural, one {once} other {# times}} so far',
  'because.stage-by-hand': 'Set by hand until {untilAt, date, medium}: {reason}',
  'because.stage-kept':
    'Stays here for now: a move down waits {n, plural, one {# more day} other {# more days}} to be sure',
  // status
  'because.status-paused': 'On a break until {untilAt, date, medium}',
  'because.status-paused-open': 'On a break since {pausedAt, date, medium}, no return date named',
  'because.status-lost': 'Not with us at the moment',
  'because.status-complaint-open':
    'A complaint has been open for {n, plural, =0 {less than a day} one {# day} other {# days}}',
  'because.status-reopened': 'The same complaint came back {n} times',
  'because.status-low-rating': 'Gave us {stars} of 5 on {ratedAt, date, medium}',
  'because.status-returned': 'Came back on {backAt, date, medium}',
  'because.status-quiet':
    'Quiet for {n, plural, =0 {less than a day} one {# day} other {# days}}, over twice as long as usual at this stage',
  'because.status-new': 'We are just getting to know each other, since {sinceAt, date, medium}',
  'because.status-warm':
    'They were last in touch {n, plural, =0 {today} one {yesterday} other {# days ago}}, nothing open',
  'because.status-steady':
    'They were last in touch {n, plural, =0 {today} one {yesterday} other {# days ago}}',
  // sign: early signs that somebody may be leaving
  'because.sign-quiet':
    'No order for {n, plural, =0 {less than a day} one {# day} other {# days}}, usually about every {usual}',
  'because.sign-usage-fell': 'Uses it {percent} % less than the month before',
  'because.sign-rating-fell': 'Their rating fell on {ratedAt, date, medium}',
  'because.sign-reopened': 'A complaint came back on {openedAt, date, medium}',
  'because.sign-champion-left': 'Our contact there left on {leftAt, date, medium}',
  'because.sign-cancel-intent': 'Spoke of cancelling on {saidAt, date, medium}',
  'because.sign-autorenew-off': 'Turned automatic renewal off on {offAt, date, medium}',
  'because.sign-payment': 'A payment failed on {failedAt, date, medium} and is still open',
  // ready: a good sign
  'because.ready-glad': 'May gladly speak for us: gave us {score} of {of} on {ratedAt, date, medium}',
  // measure: what health is made of
  'because.measure-recency-none': 'No orders yet',
  'because.measure-recency-one-order': 'One order so far: no rhythm to compare with',
  'because.measure-recency-less':
    'Buying less than usual: last order {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.measure-recency-usual':
    'Buying as usual: last order {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.measure-usage-less': 'Using it {percent} % less than the month before',
  'because.measure-usage-usual': 'Using it as much as before',
  'because.measure-issues-none-known': 'Too early to know of any issues',
  'because.measure-issues-none': 'Nothing open',
  'because.measure-issues-open':
    '{n, plural, one {Open issue} other {# open issues}} {days, plural, =0 {since today} one {for # day} other {for # days}}',
  'because.measure-issues-reopened':
    '{n, plural, one {An issue came back and is} other {# issues are open, one came back and is}} open {days, plural, =0 {since today} one {for # day} other {for # days}}',
  'because.measure-satisfaction-never': 'We have not heard from them',
  'because.measure-satisfaction-silent':
    'We have not heard from them for {n, plural, =0 {less than a day} one {# day} other {# days}}',
  'because.measure-satisfaction-unrated': 'They have not said how satisfied they are',
  'because.measure-satisfaction-low': 'Gave us {stars} of 5 on {ratedAt, date, medium}',
  'because.measure-satisfaction-good': 'Happy when last asked: {stars} of 5 on {ratedAt, date, medium}',
  'because.measure-loyalty-none': 'We have promised nothing yet',
  'because.measure-loyalty-kept': 'We kept our word to them',
  'because.measure-loyalty-owed':
    'We owe them {n, plural, one {one promise or answer} other {# promises or answers}}',
  'because.measure-contact-never': 'They have not written to us yet',
  'because.measure-contact-good':
    'Last heard from them {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.measure-contact-late':
    'Last heard from them {n, plural, =0 {today} one {# day ago} other {# days ago}}, later than usual',
  'because.measure-billing-none': 'No regular payments',
  'because.measure-billing-good': 'Payments are in order',
  'because.measure-billing-expiring': 'Their card is about to run out, noticed on {noticedAt, date, medium}',
  'because.measure-billing-failed': 'A payment failed on {failedAt, date, medium}',
  'because.measure-champion-none': 'A person, not a company: nobody to lose',
  'because.measure-champion-there': 'Our contact is still there',
  'because.measure-champion-left': 'Our contact there left on {leftAt, date, medium}',
  ...triggers,
  // guard: why something is hidden; the panel puts the date before it
  'because.guard-g1': '{n, plural, one {# quiet day} other {# quiet days}} after an order',
  'because.guard-g2-open':
    'a complaint is open; until it is solved, and {n} days more unless they confirm it',
  'because.guard-g2-unconfirmed': '{n} quiet days after a complaint, unless they confirm that it is solved',
  'because.guard-g3-person':
    '{by} was in touch {n, plural, =0 {today} one {yesterday} other {on {contactAt, date, medium}}}',
  'because.guard-g3-someone':
    'one of us was in touch {n, plural, =0 {today} one {yesterday} other {on {contactAt, date, medium}}}',
  'because.guard-g3-machine':
    'they got automatic mail {n, plural, =0 {today} one {yesterday} other {on {contactAt, date, medium}}}',
  'because.guard-g3-commercial': '{n, plural, one {# offer} other {# offers}} in 30 days is enough',
  'because.guard-g3-no-commercial': 'your team sends no offers',
  'because.guard-g4-short':
    'a talk of {minutes, plural, one {# minute} other {# minutes}} carries {n, plural, one {# question} other {# questions}}, not {questions}',
  'because.guard-g4-unknown':
    '{n, plural, one {# question is} other {# questions are}} enough as long as nobody talked to them for longer, not {questions}',
  'because.guard-g4-rests':
    'they were asked on {askedAt, date, medium}; {n, plural, one {# day} other {# days}} between two surveys',
  'because.guard-g5': 'they asked for no offers on {saidAt, date, medium}',
  'because.guard-g6': 'their working hours are {from} to {to} where they are, Monday to Friday',
  'because.guard-g7': 'a founder’s time does not go by spend, and {persona} is recognised by it',
  'because.guard-g8-silence':
    '{n, plural, one {# quiet day} other {# quiet days}} after a payment that failed, while a new card may be on its way',
  'because.guard-g8-apart':
    'they had a note on {sentAt, date, medium}; {n, plural, one {# day} other {# days}} between two',
  'because.guard-g8-enough': '{n, plural, one {# note} other {# notes}} in {days} days is enough',
  'because.guard-g8-offers': 'no offers while a payment is open, since {failedAt, date, medium}',
  'because.guard-g9-snoozed': 'snoozed by your team',
  'because.guard-g9-until-they-write': 'your team snoozed it on {saidAt, date, medium}, until they write',
  'because.guard-g9-never': 'your team said never for this customer, on {saidAt, date, medium}',
  'because.guard-g9-wrong-time': 'your team said it was the wrong time, on {saidAt, date, medium}',
  'because.guard-g9-wrong-fact': 'your team said the reason was wrong, on {saidAt, date, medium}',
  'because.guard-g9-bad-idea': 'your team found it a bad idea, on {saidAt, date, medium}',
  'because.guard-g10-done': 'done for this reason on {doneAt, date, medium}',
  'because.guard-g10-rests': 'done on {doneAt, date, medium}, resting for now',
  'because.guard-g10-rests-by': '{by} did this on {doneAt, date, medium}, resting for now',
  'because.guard-g10-once': 'done on {doneAt, date, medium}, and once is enough',
  'because.guard-g11': 'its words leave no room for a sentence of your own',
  'because.guard-g12': 'on a break until {untilAt, date, medium}',
  'because.guard-g12-open': 'on a break, no return date named',
  'because.guard-g12-let-go':
    'we said goodbye on {doneAt, date, medium} and leave them in peace; replies go on',
  'because.guard-g13': '{n} of {of} caring contacts that come before another offer',
  'because.guard-g13-first': 'nobody has helped them yet; that comes before an offer',
  // factor: what the score is made of
  'because.factor-p-rule': "Expected to help {percent} times in 100 (your team's rule, no answers yet)",
  'because.factor-p-answers': 'Helped {s} of {n} times, counted with the rule: {percent} in 100',
  'because.context-plain': 'Nothing special going on',
  'because.context-complaint': 'A complaint is open',
  'because.context-wrote': 'They wrote within the last day',
  'because.context-signs': '{n} early signs that they may be leaving',
  'because.context-renewal': 'Renewal on {renewsAt, date, medium}',
  'because.context-cooling': 'They are cooling',
  'because.context-strained': 'Things are strained: no time for offers',
  'because.context-went-badly': 'It went badly with them on {saidAt, date, medium}',
  'because.factor-no-hurry': 'No hurry',
  'because.factor-issue': 'Waiting {n, plural, =0 {since today} one {for # day} other {for # days}}',
  'because.factor-window':
    'The right moment lasts {n, plural, =0 {until today} one {# more day} other {# more days}}',
  'because.factor-care': 'For them rather than for us: {percent} %',
  'because.factor-value-unknown': 'What it may bring does not count',
  'because.factor-value': 'Likely to bring more than {percent} of 100 customers in the next year',
  'because.factor-founder': 'A founder’s time: what they spend does not count',
  'because.factor-lever-none': 'Your lead left it as it is',
  'because.factor-lever': 'Your lead weighs this × {times}',
  'because.factor-rested': 'Nobody has been at them in the last 30 days',
  'because.factor-contacts': '{n, plural, one {# contact} other {# contacts}} from us in the last 30 days',
  // wait: why waiting is right
  'because.wait-paused': 'On a break until {untilAt, date, medium}: leave them in peace',
  'because.wait-paused-open': 'On a break: leave them in peace until they are back',
  'because.wait-contacted':
    'One of us was in touch {n, plural, =0 {today} one {yesterday} other {on {contactAt, date, medium}}}',
  'because.wait-contacted-by':
    '{by} was in touch {n, plural, =0 {today} one {yesterday} other {on {contactAt, date, medium}}}',
  'because.wait-in-rhythm': 'Inside their usual rhythm of about {usual, plural, one {# day} other {# days}}',
  'because.wait-heard':
    'Last heard from them {n, plural, =0 {today} one {yesterday} other {# days ago}}, nothing open',
  'because.wait-nothing': 'Nothing that would help them today',
  'because.wait-nothing-known': 'Nothing is known yet. Log what they wrote, and Suki can say more',
};
