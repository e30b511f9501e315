import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { EventType, SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';

/** A Friday noon: 4 December 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 11, 4, 12);

/** Small seeded generator (mulberry32), so that every run sees the same customers. */
export const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What customers do, about as often as in a shop that looks after them: [kind, weight, data]. */
const habits: [EventType, number, (random: () => number, ref: string) => Record<string, unknown>][] = [
  [
    'Order Completed',
    5,
    (random, ref) => ({ order: ref, total: Math.round(random() * 9_000) / 100, currency: 'EUR' }),
  ],
  ['Order Delivered', 4, (_, ref) => ({ order: ref })],
  ['Page Viewed', 4, (random) => ({ page: random() < 0.5 ? 'pricing' : 'article' })],
  [
    'Touchpoint Logged',
    6,
    (random) => ({
      kind: 'EMAIL',
      direction: random() < 0.5 ? 'in' : 'out',
      channel: 'email',
      initiator: 'rep',
      purpose: random() < 0.7 ? 'care' : 'commercial',
    }),
  ],
  ['Email Delivered', 2, () => ({})],
  ['Complaint Raised', 1, (_, ref) => ({ ref, about: 'late delivery' })],
  ['Complaint Resolved', 0.7, (_, ref) => ({ ref })],
  ['Question Asked', 2, (_, ref) => ({ ref, about: 'how to set it up' })],
  ['Question Answered', 1.8, (random, ref) => ({ ref, fully: random() < 0.7 ? 'yes' : 'partly' })],
  ['Feedback Given', 1.5, (random) => ({ kind: 'csat', score: Math.ceil(random() * 5) })],
  ['Subscription Started', 0.6, () => ({ renewsAt: NOW + 20 * DAY })],
  ['Subscription Cancelled', 0.2, () => ({})],
  ['Usage Reported', 1, (random) => ({ ratio: Math.round(random() * 150) / 100 })],
  ['Product Reviewed', 0.5, (random) => ({ rating: Math.ceil(random() * 5) })],
  ['Usage Reported', 1, (random) => ({ count: Math.round(random() * 40) })],
  ['Survey Sent', 0.3, () => ({ questions: 1 })],
  ['Need Stated', 0.3, () => ({})],
  ['Profile Noted', 0.5, () => ({ part: 'demographic' })],
  ['Special Day Noted', 0.2, () => ({ day: 'birthday', month: 5, date: 17, consent: true })],
  ['MEDDIC Noted', 0.4, () => ({ item: 'pain' })],
  ['Payment Failed', 0.3, () => ({})],
  ['Onboarding Step Completed', 0.4, (random) => ({ left: Math.floor(random() * 4) })],
  ['Promise Made', 0.6, (random, ref) => ({ ref, dueAt: NOW + Math.round((random() - 0.5) * 20) * DAY })],
  ['Limit Reached', 0.4, () => ({})],
  [
    'Action Done',
    1,
    (random) => ({ play: defaultPlaybook.plays[Math.floor(random() * 20)]?.id ?? 'check_in', contact: true }),
  ],
];

/** Every other customer's clock is known. */
const zones: Record<number, string> = {
  1: 'Asia/Manila',
  3: 'Europe/Warsaw',
  5: 'Asia/Tehran',
  7: 'America/New_York',
};

/** The habit in whose share of the whole `place` falls. */
const choose = (place: number) => {
  let left = place;
  for (const habit of habits) {
    left -= habit[1];
    if (left < 0) return habit;
  }
  return habits[0];
};

/** So many events of one customer, over some two years. */
export const someEvents = (id: string, count: number, random: () => number): SukiEvent[] => {
  const total = habits.reduce((sum, [, weight]) => sum + weight, 0);
  return Array.from({ length: count }, (_, i) => {
    const habit = choose(random() * total);
    if (!habit) throw new Error('no habits');
    const [type, , data] = habit;
    const at = NOW - Math.floor(random() * random() * 700 * DAY);
    const ref = `r${Math.floor(random() * 6)}`;
    return { id: `${id}-${i}`, source: 'bench', subject: id, at, type, data: data(random, ref) } as SukiEvent;
  });
};

export const customer = (n: number, random: () => number): CustomerRecord => {
  const count = 3 + Math.floor(random() * random() * 120);
  const events = someEvents(`c${n}`, count, random);
  return {
    id: `c${n}`,
    profile: {
      name: `Customer ${n}`,
      addresses: [`c${n}@example.com`],
      createdAt: NOW - 700 * DAY,
      account: n % 5 === 0,
      ...(zones[n % 8] && { timezone: zones[n % 8] }),
    },
    facts: foldAll(events),
    timeline: events.slice(0, 20).map(({ id, type, at, data }) => ({ id, type, at, data })),
    events: count,
  };
};
