import type { Profile } from '#lib/contract/customer.ts';
import { type EventData, type EventType, SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook } from '#lib/contract/playbook.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { read } from '#lib/lifecycle/read.ts';
import type { Card, Decision, Subject } from '#lib/lifecycle/types.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';

/** A Friday noon that all these stories are told from: 4 December 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 11, 4, 12);
export const daysAgo = (days: number): number => NOW - days * DAY;
export const hoursAgo = (hours: number): number => NOW - hours * HOUR;

let counter = 0;

/** An event of one customer; ids run on, so that each call makes another event. */
export const event = <T extends EventType>(
  type: T,
  at: number,
  data: EventData<T>,
  more: { id?: string; by?: string } = {},
): SukiEvent => {
  counter++;
  return SukiEvent.parse({ id: `e${counter}`, source: 'test', subject: 'ana', at, type, data, ...more });
};

export const profile = (more: Partial<Profile> = {}): Profile => ({
  name: 'Ana Reyes',
  addresses: ['ana@example.com'],
  createdAt: daysAgo(400),
  ...more,
});

export const person = (events: SukiEvent[], more: Partial<Profile> = {}): Subject => ({
  id: 'ana',
  profile: profile(more),
  facts: foldAll(events),
});

export const order = (days: number, more: Partial<EventData<'Order Completed'>> = {}): SukiEvent =>
  event('Order Completed', daysAgo(days), { order: `o${days}`, ...more });

/** A contact from us. */
export const contact = (
  days: number,
  more: Partial<EventData<'Touchpoint Logged'>> = {},
  by?: string,
): SukiEvent =>
  event(
    'Touchpoint Logged',
    daysAgo(days),
    { kind: 'EMAIL', direction: 'out', channel: 'email', initiator: 'rep', purpose: 'care', ...more },
    by === undefined ? {} : { by },
  );

/** A word from them. */
export const wrote = (days: number): SukiEvent =>
  event('Touchpoint Logged', daysAgo(days), {
    kind: 'EMAIL',
    direction: 'in',
    channel: 'email',
    initiator: 'customer',
    purpose: 'answer',
  });

export const csat = (days: number, score: number): SukiEvent =>
  event('Feedback Given', daysAgo(days), { kind: 'csat', score });

export const nps = (days: number, score: number): SukiEvent =>
  event('Feedback Given', daysAgo(days), { kind: 'nps', score });

export const reading = (events: SukiEvent[], now = NOW, more: Partial<Profile> = {}) =>
  read(person(events, more), defaultPlaybook, now);

export const deciding = (events: SukiEvent[], now = NOW, playbook: Playbook = defaultPlaybook) =>
  decide(person(events), playbook, now);

export const view = (events: SukiEvent[], now = NOW) => makeView(person(events), defaultPlaybook, now);

/** A play that fires for who has just run into a limit. */
export const play = (id: string, more: Partial<Play> = {}): Play => ({
  id,
  stages: ['engage', 'retain'],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Limit Reached', from: 0, to: 10 }],
  cooldownDays: 20,
  care: 0.5,
  prior: 0.5,
  urgency: 'none',
  text: { title: id, why: '', how: '' },
  rows: ['R0-01'],
  ...more,
});

/** The built-in playbook with no plays but these. */
export const book = (plays: Play[], more: Partial<Playbook> = {}): Playbook => ({
  ...defaultPlaybook,
  plays,
  ...more,
});

/** One who bought, wrote, and then ran into a limit. */
export const bought = [order(100), event('Limit Reached', daysAgo(5), {}), wrote(20)];

/** Every card of a decision, shown or held back. */
export const cards = (decision: Decision): Card[] => [
  ...(decision.top ? [decision.top] : []),
  ...decision.others,
  ...decision.rest,
  ...decision.hidden.map(({ card }) => card),
];

/** All cards of a decision that anybody could see, and those that guards hold back, by play. */
export const offered = (decision: ReturnType<typeof decide>): string[] =>
  [decision.top, ...decision.others].flatMap((card) => (card ? [card.play.id] : []));
export const hiddenBy = (decision: ReturnType<typeof decide>, play: string) =>
  decision.hidden.find(({ card }) => card.play.id === play)?.blocked ?? null;

/** The same playbook with answers of the team. */
export const withOutcomes = (outcomes: Playbook['outcomes']): Playbook => ({ ...defaultPlaybook, outcomes });
