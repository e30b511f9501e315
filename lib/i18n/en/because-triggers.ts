import type { BecauseCode } from '../../lifecycle/because.ts';

/** What happened, told by a person. `what` is the name of the event as `select` can read it. */
const events = {
  order_completed: 'They ordered',
  order_delivered: 'Their order arrived',
  order_refunded: 'They got a refund',
  order_cancelled: 'Their order was cancelled',
  product_reviewed: 'They wrote a review',
  product_shared: 'They told others about us',
  referral_made: 'They recommended us',
  referral_accepted: 'Somebody came to us through them',
  limit_reached: 'They reached a limit of their plan',
  trial_started: 'Their trial began',
  trial_ended: 'Their trial ended',
  signed_up: 'They signed up',
  demo_requested: 'They asked for a demo',
  checkout_started: 'They began a checkout',
  proposal_sent: 'We sent a proposal',
  content_downloaded: 'They downloaded something of ours',
  subscription_started: 'Their subscription began',
  subscription_renewed: 'They renewed',
  subscription_cancelled: 'They cancelled',
  cancel_intent_stated: 'They said they may cancel',
  payment_failed: 'A payment failed',
  payment_method_expiring: 'A notice about their card running out came',
  price_change_announced: 'We announced a price change',
  idea_shipped: 'An idea of theirs was built',
  first_value_reached: 'It worked for them for the first time',
  champion_left: 'Our contact there left',
  promise_missed: 'We missed a promise',
  complaint_confirmed_resolved: 'They confirmed that it is solved',
  feedback_given: 'They gave us feedback',
  subscription_resumed: 'They came back from their break',
  complaint_resolved: 'We called their complaint solved',
  question_asked: 'They asked something',
  promise_kept: 'We kept a promise',
  payment_method_updated: 'They renewed their card',
  feedback_closed: 'Something came of what they told us',
  competitor_named: 'They named somebody else whom they look at',
  need_stated: 'They said what they need',
  question_answered: 'We answered a question',
  autorenew_turned_off: 'They turned renewal by itself off',
  handed_over: 'They were handed over to a colleague',
  abuse_reported: 'A colleague reported abuse',
};

const happened = `{what, select, ${Object.entries(events)
  .map(([what, told]) => `${what} {${told}}`)
  .join(' ')} other {{event}}}`;

type TriggerCode = Extract<BecauseCode, `trigger-${string}`>;

/** What fired a play, one sentence for each kind of trigger. The rules of because.ts hold here as well. */
export const triggers: Record<`because.${TriggerCode}`, string> = {
  'because.trigger-after-event': `${happened} {n, plural, =0 {today} one {# day ago} other {# days ago}}`,
  'because.trigger-event-without': `${happened} {n, plural, =0 {today} one {# day ago} other {# days ago}}, and nothing came after it`,
  'because.trigger-complaint-open':
    'A complaint has been open {n, plural, =0 {since today} one {for # day} other {for # days}}',
  'because.trigger-complaint-open-about':
    'Their complaint “{about}” has been open {n, plural, =0 {since today} one {for # day} other {for # days}}',
  'because.trigger-complaint-unconfirmed':
    'We called it solved {n, plural, =0 {today} one {# day ago} other {# days ago}}; they have not said so yet',
  'because.trigger-question-open':
    'A question has waited {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}}',
  'because.trigger-question-open-about':
    'Their question about {about} has waited {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}}',
  'because.trigger-answer-incomplete':
    'We gave half an answer {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}} ago',
  'because.trigger-answer-incomplete-about':
    'We gave half an answer about {about} {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}} ago',
  'because.trigger-order-overdue':
    'Their order is {n, plural, one {# day} other {# days}} later than their usual {usual}',
  'because.trigger-quiet':
    'Nothing heard for {n, plural, one {# day} other {# days}}, and nothing wrong that we know of',
  'because.trigger-order-count':
    '{count, selectordinal, one {Their #st order} two {Their #nd order} few {Their #rd order} other {Their #th order}} was {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.trigger-promise-today': 'What we promised them is due today',
  'because.trigger-promise-today-about': 'We promised {about}, and it is due today',
  'because.trigger-promise-late': 'We promised something for {dueAt, date, medium} and are late',
  'because.trigger-promise-late-about': 'We promised {about} for {dueAt, date, medium} and are late',
  'because.trigger-churn-signs':
    '{n, plural, one {An early sign} other {# early signs}} that they may be leaving',
  'because.trigger-low-rating': 'They gave us {stars} of 5 on {ratedAt, date, medium}',
  'because.trigger-renewal-near': 'Their renewal is {n, plural, =0 {today} one {tomorrow} other {in # days}}',
  'because.trigger-pages-seen':
    'They looked at {page, select, pricing {prices} other {our articles}} {n, plural, one {once} other {# times}} in {days} days',
  'because.trigger-pause-over':
    'Their break ended {n, plural, =0 {today} one {yesterday} other {# days ago}}',
  'because.trigger-pause-ended':
    'They came back from their break {n, plural, =0 {today} one {yesterday} other {# days ago}}',
  'because.trigger-in-stage':
    '{stage, select, discover {We have known of them} educate {They have been finding out about us} purchase {They have been deciding} engage {They have been a customer} retain {They have been a regular} advocate {They have spoken for us} other {They have been away}} for {n, plural, =0 {less than a day} one {# day} other {# days}}',
  'because.trigger-concern-unowned':
    'Something has been open for {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}}, and nobody has taken it on',
  'because.trigger-concern-unowned-about':
    '“{about}” has been open for {unit, select, hours {{n, plural, one {# hour} other {# hours}}} other {{n, plural, one {# day} other {# days}}}}, and nobody has taken it on',
  'because.trigger-issue-repeated':
    'They have brought it up {n, plural, one {once} other {# times}}, and it is still open',
  'because.trigger-issue-reopened':
    'We called it solved, and it came back {n, plural, one {once} other {# times}}',
  'because.trigger-feedback-given':
    'They {kind, select, idea {had an idea} praise {praised us} comment {told us what they think} nps {said whether they would recommend us} ces {said how easy it was} other {rated us}} {n, plural, =0 {today} one {# day ago} other {# days ago}}',
  'because.trigger-feedback-open':
    '{kind, select, idea {Their idea} praise {Their praise} other {What they told us}} has been without an answer for {n, plural, one {# day} other {# days}}',
  'because.trigger-topic-asked':
    'They asked about {topic, select, product {the product} service {our service} support {help} delivery {the delivery} returns {returning it} billing {the bill} setup {setting it up} other {something}} {n, plural, =0 {today} one {# day ago} other {# days ago}}, {days, plural, =0 {on the day of their order} one {# day after their order} other {# days after their order}}',
  'because.trigger-need-unknown':
    'We answered them {n, plural, =0 {today} one {yesterday} other {# days ago}} and do not know yet what they need',
  'because.trigger-profile-gap':
    'We know {n} of {of} parts of who they are; {part, select, demographic {who they are is missing} behavioural {what they do is missing} other {what moves them is missing}}',
  'because.trigger-persona-drift':
    '{persona} fitted them by {from} % when it was set, and by {percent} % now',
  'because.trigger-persona-review':
    'Nobody has looked for {n, plural, one {# day} other {# days}} whether {persona} still fits them',
  'because.trigger-meddic':
    '{n} of {of} known after {days, plural, one {# day} other {# days}}; next: {item, select, metrics {what it should bring them} buyer {who decides about the money} criteria {what they decide by} process {how they decide} pain {what hurts today} other {who speaks for us there}}',
  'because.trigger-meddic-all':
    'All {of} questions of the sale are answered, {days, plural, one {# day} other {# days}} into it',
  'because.trigger-health-fell':
    'Health fell by {n} in {days} days, and nothing was heard for {quiet, plural, one {# day} other {# days}}',
  'because.trigger-cadence-due':
    'None of us was in touch for {n, plural, one {# day} other {# days}}; {usual} is our habit here',
  'because.trigger-usage-above': 'They did {count} of it in the last 28 days, {more} more than usual',
  'because.trigger-feature-unused':
    'They have {feature} and have not used it for {n, plural, one {# day} other {# days}}',
  'because.trigger-limit-reached':
    'They ran into a limit {n, plural, one {once} other {# times}} in {days} days',
  'because.trigger-onboarding-stalled':
    'Getting started has rested for {n, plural, one {# day} other {# days}}, {left, plural, one {# step} other {# steps}} before the end',
  'because.trigger-special-day':
    '{day, select, birthday {Their birthday} name_day {Their name day} other {The day they began with us {years, plural, one {# year} other {# years}} ago}} is {n, plural, =0 {today} one {tomorrow} other {in # days}}',
  'because.trigger-special-day-past':
    '{day, select, birthday {Their birthday} name_day {Their name day} other {The day they began with us {years, plural, one {# year} other {# years}} ago}} was {n, plural, one {yesterday} other {# days ago}}',
  'because.trigger-order-late':
    'Their order was promised for {promisedAt, date, medium}, and they have heard nothing since',
  'because.trigger-thanks-missing':
    'Their order came {n, plural, one {# minute} other {# minutes}} ago, and nobody has said thank you',
  'because.trigger-order-untouched':
    'One order {n, plural, one {# day} other {# days}} ago, and none of us was in touch since',
  'because.trigger-sampled': `${happened} {n, plural, =0 {today} one {# day ago} other {# days ago}}, and they are among the {percent} in 100 whom we ask`,
  'because.trigger-card-expiring': 'Their card runs out soon',
  'because.trigger-card-expires': 'Their card runs out on {expiresAt, date, medium}',
  'because.trigger-machines-only':
    'They got {n, plural, one {# message} other {# messages}} in {days} days, all from machines',
};
