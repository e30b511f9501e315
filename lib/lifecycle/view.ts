import type { Profile } from '../contract/customer.ts';
import { type EventType, eventTypes, type ProfilePart } from '../contract/events.ts';
import { type FactGroup, factGroups, type OpenFacts, type Stub } from '../contract/facts.ts';
import type { Playbook, Policy } from '../contract/playbook.ts';
import { DAY } from '../contract/primitives.ts';
import type { Stage } from '../contract/stage.ts';
import type { ValueModel } from '../contract/value.ts';
import { type OpenFeedback, openFeedback } from './feedback.ts';
import { lines, newestPerKind } from './groups.ts';
import { isStage, offAt, readKnown, readOnboarding, readOverride, readTalk, word } from './known.ts';
import { type Matter, matters } from './matters.ts';
import { openFacts } from './packed.ts';
import { readSubscription, type Subscription } from './subscription.ts';
import { readTeamwork } from './teamwork.ts';
import type { Readable, Teamwork } from './types.ts';
import type { History } from './value/bg-nbd.ts';
import { historyOf } from './value/history.ts';

/** A contact from us, newest first in the list that holds it. */
export type Contact = {
  at: number;
  who: string | null;
  why: string | null;
  play: string | null;
  by: string | null;
};

/** A score on the scale of five stars, whatever it was given on. */
export type Rating = { at: number; kind: 'nps' | 'csat' | 'review'; stars: number };

/** The facts of one customer at one moment, put so that the rules can ask plain questions. */
export type View = {
  id: string;
  profile: Profile;
  facts: OpenFacts;
  playbook: Playbook;
  policy: Policy;
  /** What the workspace's own orders say about customers in general; null until the server has looked. */
  model: ValueModel | null;
  now: number;
  firstSeenAt: number;
  /** False: nothing has happened with them that we know of, but our own reading of their stage. */
  known: boolean;
  /** Completed orders that were not cancelled. */
  orders: number;
  firstOrderAt: number | null;
  lastOrderAt: number | null;
  /** Newest first; bounded. */
  orderTimes: readonly number[];
  /** Median days between their last orders, in milliseconds; null under three orders. */
  rhythm: number | null;
  history: History | null;
  bought: boolean;
  subscription: Subscription;
  complaints: readonly Matter[];
  openComplaint: Matter | null;
  questions: readonly Matter[];
  promises: readonly Matter[];
  contacts: readonly Contact[];
  /** The commercial ones, which look further back. */
  offers: readonly Contact[];
  /** The newest talk of which somebody said how long it was. */
  talk: { at: number; minutes: number } | null;
  /** What they did in 28 days, as reported; newest first. */
  usageCounts: readonly { at: number; count: number }[];
  /** The newest report of each part of the product, newest first. */
  features: readonly { feature: string; at: number; count: number | null }[];
  /** When they ran into a limit, newest first. */
  limits: readonly number[];
  /** What they said to us and nobody has closed, newest first. */
  feedbackOpen: readonly OpenFeedback[];
  surveyAt: number | null;
  needAt: number | null;
  competitorAt: number | null;
  /** When each part of who they are was last noted. */
  profileParts: Readonly<Partial<Record<ProfilePart, number>>>;
  /** Days that they told us with consent. */
  days: readonly { day: string; month: number; date: number }[];
  lapseCause: string | null;
  /** The stage that a colleague named, while that holds. */
  override: { to: Stage; reason: string; by: string | null; at: number; until: number } | null;
  teamwork: Teamwork;
  /** Orders on their way, with the day they were promised for, earliest first. */
  orderPromises: readonly { order: string; promisedFor: number; at: number }[];
  /** Since when their subscription will not renew by itself. */
  autorenewOffAt: number | null;
  /** How many steps of getting started are left, as of then. */
  onboarding: { at: number; left: number } | null;
  ratings: readonly Rating[];
  /** Their newest word to us. */
  heardAt: number | null;
  /** [S5] The earliest that shows both sides dealing with each other: they bought or signed up, or both had spoken. */
  metAt: number | null;
  /** Their newest word, or else the newest thing they did that we know of. */
  inTouchAt: number;
  /** Newest stage row that the rules made. */
  held: { stage: Stage; from: string | null; at: number } | null;
};

/** Kinds whose newest time stands in a list: those without a tally, and those of which a list keeps the newest. */
const listed = new Map<EventType, FactGroup>();
for (const type of eventTypes) {
  const { list, tally } = lines[type];
  if (list && (!tally || newestPerKind.has(list))) listed.set(type, list);
}

/**
 * When this kind of event last happened in the sense of its list, or null. Of reviews that is the newest good
 * one. Null as well for kinds that the facts do not keep.
 */
export const lastAt = ({ facts }: Pick<View, 'facts'>, type: EventType): number | null => {
  const list = listed.get(type);
  if (list === undefined) return facts.tally[type]?.last ?? null;
  for (const stub of facts.recent[list]) if (stub.type === type) return stub.at;
  return null;
};

const named = new Map<string, EventType>(eventTypes.map((type) => [type, type]));

/** The same, for a kind that a playbook names; a name that there is not has never happened. */
export const lastNamed = (view: Pick<View, 'facts'>, name: string): number | null => {
  const type = named.get(name);
  return type === undefined ? null : lastAt(view, type);
};

/** When it last happened in any sense: of reviews, the bad ones as well. */
export const happenedAt = (view: Pick<View, 'facts'>, name: string): number | null => {
  const type = named.get(name);
  return type === undefined ? null : (view.facts.tally[type]?.last ?? lastAt(view, type));
};

const latest = (...times: (number | null)[]): number | null => {
  let newest: number | null = null;
  for (const at of times) if (at !== null && (newest === null || at > newest)) newest = at;
  return newest;
};

const earliest = (...times: (number | null)[]): number | null => {
  let oldest: number | null = null;
  for (const at of times) if (at !== null && (oldest === null || at < oldest)) oldest = at;
  return oldest;
};

/**
 * Reads the facts once, for every rule of this decision. With `now` in the past, stubs after it are left out, so
 * that a rule can ask how things stood; counts cannot be turned back and stay as they are.
 */
export const makeView = (
  { id, profile, facts: given }: Readable,
  playbook: Playbook,
  now: number,
  past = false,
): View => {
  const facts = past ? asOf(openFacts(given), now) : openFacts(given);
  const { recent, tally, totals } = facts;
  const placed = tally['Order Completed'];
  const orders = Math.max(0, (placed?.n ?? 0) - (tally['Order Cancelled']?.n ?? 0));
  const orderTimes = recent.orders.map((stub) => stub.at);
  const lastOrderAt = orders > 0 ? (placed?.last ?? null) : null;
  const firstOrderAt = orders > 0 ? (placed?.first ?? null) : null;
  const subscription = readSubscription(facts, now);
  const complaints = matters(facts, 'care');
  const heardAt = totals.in?.last ?? null;
  const acted = latest(
    lastOrderAt,
    subscription.upAt,
    lastAt({ facts }, 'Signed Up'),
    recent.behaviour[0]?.at ?? null,
  );
  const firstSeenAt = Math.min(profile.createdAt, totals.all?.first ?? profile.createdAt);
  const row = recent.stages.find(({ d }) => d.hand !== true);
  return {
    id,
    profile,
    facts,
    playbook,
    policy: playbook.policy,
    model: playbook.model ?? null,
    now,
    firstSeenAt,
    known: (totals.all?.n ?? 0) > recent.stages.length,
    orders,
    firstOrderAt,
    lastOrderAt,
    orderTimes,
    rhythm: orders >= 3 ? medianGap(orderTimes) : null,
    history: historyOf(placed, tally['Order Cancelled'], now),
    bought: orders > 0 || subscription.ever,
    subscription,
    complaints,
    openComplaint: complaints.find((m) => m.state === 'open') ?? null,
    questions: matters(facts, 'owed'),
    promises: matters(facts, 'promises'),
    contacts: recent.contacts.map(toContact),
    offers: recent.offers.map((stub) => ({ ...toContact(stub), why: 'commercial' })),
    talk: readTalk(facts),
    usageCounts: recent.usage.flatMap(({ at, d }) =>
      typeof d.count === 'number' ? [{ at, count: d.count }] : [],
    ),
    features: recent.features.map(({ at, d }) => ({
      feature: String(d.feature),
      at,
      count: typeof d.count === 'number' ? d.count : null,
    })),
    limits: recent.limits.map(({ at }) => at),
    feedbackOpen: openFeedback(facts),
    surveyAt: lastAt({ facts }, 'Survey Sent'),
    needAt: lastAt({ facts }, 'Need Stated'),
    competitorAt: lastAt({ facts }, 'Competitor Named'),
    ...readKnown(facts),
    override: readOverride(facts, now),
    teamwork: readTeamwork(facts, now),
    orderPromises: recent.deliveries
      .flatMap(({ at, d }) =>
        typeof d.promisedFor === 'number' ? [{ order: String(d.order), promisedFor: d.promisedFor, at }] : [],
      )
      .sort((a, b) => a.promisedFor - b.promisedFor),
    autorenewOffAt: subscription.active ? offAt(facts) : null,
    onboarding: readOnboarding(facts),
    ratings: recent.feedback.flatMap(toRating),
    heardAt,
    metAt: earliest(
      firstOrderAt,
      subscription.startedAt,
      tally['Signed Up']?.first ?? null,
      // Of imported customers our own mails are often missing: what we log today is not where it began.
      totals.in ? Math.max(totals.in.first, totals.out?.first ?? 0) : null,
    ),
    inTouchAt: heardAt ?? acted ?? firstSeenAt,
    held: row && isStage(row.d.to) ? { stage: row.d.to, from: word(row.d.from), at: row.at } : null,
  };
};

const asOf = (facts: OpenFacts, then: number): OpenFacts => {
  const recent = { ...facts.recent };
  for (const group of factGroups) recent[group] = recent[group].filter((stub) => stub.at <= then);
  return { ...facts, recent };
};

/** Median of the gaps between times given newest first; null when there are fewer than two gaps. */
const medianGap = (times: readonly number[]): number | null => {
  const gaps: number[] = [];
  for (let i = 1; i < times.length; i++) gaps.push((times[i - 1] ?? 0) - (times[i] ?? 0));
  if (gaps.length < 2) return null;
  gaps.sort((a, b) => a - b);
  const half = gaps.length >> 1;
  const high = gaps[half] ?? 0;
  const median = gaps.length % 2 ? high : (high + (gaps[half - 1] ?? high)) / 2;
  // Several orders in one day are one shopping trip, not a rhythm.
  return median >= DAY ? median : null;
};

const toContact = ({ at, d }: Stub): Contact => ({
  at,
  who: word(d.who),
  why: word(d.why),
  play: word(d.play),
  by: word(d.by),
});

/**
 * Reviews and CSAT are read on five stars (a CSAT over five was given on ten), NPS on ten. CES measures effort
 * and says nothing about how they feel, so it is no rating.
 */
const toRating = ({ at, d }: Stub): Rating[] => {
  if (typeof d.score !== 'number') return [];
  const { kind, score } = d;
  if (kind === 'nps') return [{ at, kind, stars: score / 2 }];
  if (kind === 'csat' || kind === 'review') return [{ at, kind, stars: score > 5 ? score / 2 : score }];
  return [];
};

export const daysSince = (view: Pick<View, 'now'>, at: number): number => Math.max(0, view.now - at) / DAY;

/** Whole days, as a sentence counts them. */
export const wholeDays = (view: Pick<View, 'now'>, at: number): number => Math.floor(daysSince(view, at));

/** Days of the calendar (UTC) since `at`: 0 today, 1 yesterday, negative for what is to come. */
export const calendarDays = (view: Pick<View, 'now'>, at: number): number =>
  Math.floor(view.now / DAY) - Math.floor(at / DAY);

/** Time between contacts that counts as keeping in touch; 0: nobody waits for us in this stage. */
export const cadence = (view: View, stage: Stage): number => view.policy.cadenceDays[stage] * DAY;

/** [S7] For how long a word counts as being in touch, also where nobody waits for one. */
export const inTouch = (view: View, stage: Stage): number => cadence(view, stage) || 30 * DAY;
