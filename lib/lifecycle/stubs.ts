import type { EventData, EventOf, EventType, SukiEvent } from '../contract/events.ts';
import type { FactGroup, Stub } from '../contract/facts.ts';
import { BY_HAND, columns, cut, lines } from './groups.ts';
import { mark } from './mark.ts';

/** [F6] Notes and tasks are kept for ourselves: nobody spoke to anybody. */
export const isForOurselves = (kind: unknown): boolean => kind === 'NOTE' || kind === 'TASK';

/** What a matter is about was said when it began. */
const opens: ReadonlySet<EventType> = new Set([
  'Complaint Raised',
  'Complaint Reopened',
  'Question Asked',
  'Promise Made',
]);

/** Which lists keep this event, and as what. Kinds that are not named here are kept as their line says. */
export const stubs = (event: SukiEvent): [FactGroup, Stub][] => {
  const stub = (d: Record<string, unknown>): Stub => ({
    id: mark(event.id),
    type: event.type,
    at: event.at,
    d: scalars(d),
  });
  const { by } = event;
  switch (event.type) {
    case 'Touchpoint Logged':
      return touches(event, stub);
    case 'Email Delivered':
      return [['contacts', stub({ who: 'automation', why: 'news' })]];
    case 'Content Shared':
      return [['contacts', stub({ who: 'rep', why: 'educate', by })]];
    case 'Page Viewed':
      return event.data.page === 'other' ? [] : [['behaviour', stub({ page: event.data.page })]];
    case 'Order Completed': {
      const { order, promisedFor } = event.data;
      const placed: [FactGroup, Stub] = ['orders', stub({})];
      return promisedFor === undefined ? [placed] : [placed, ['deliveries', stub({ order, promisedFor })]];
    }
    case 'Order Updated': {
      const { order, promisedFor } = event.data;
      const told: [FactGroup, Stub] = ['lately', stub({})];
      return promisedFor === undefined ? [told] : [told, ['deliveries', stub({ order, promisedFor })]];
    }
    case 'Order Delivered':
    case 'Order Cancelled': {
      const arrived: [FactGroup, Stub] = ['deliveries', stub({ order: event.data.order })];
      const { list } = lines[event.type];
      return list === undefined ? [arrived] : [arrived, [list, stub({})]];
    }
    case 'Live Chat Conversation Ended': {
      const { minutes } = event.data;
      return minutes === undefined ? [] : [['talks', stub({ minutes })]];
    }
    case 'Usage Reported': {
      const { ratio, count, feature } = event.data;
      // Use of one feature says nothing about use as a whole.
      return feature === undefined
        ? [['usage', stub({ ratio, count })]]
        : [['features', stub({ feature, count })]];
    }
    case 'Product Reviewed': {
      const { rating } = event.data;
      const said: [FactGroup, Stub][] = [];
      // Speaking up for us is four stars or more; a lower review is feedback, and no reason to say thank you.
      if (rating === undefined || rating >= 4) said.push(['advocacy', stub({})]);
      if (rating !== undefined) said.push(['feedback', stub({ kind: 'review', score: rating })]);
      return said;
    }
    case 'Stage Changed': {
      const { from, to, version, because } = event.data;
      return [['stages', stub({ from, to, version, hand: because.includes(BY_HAND) })]];
    }
    case 'Feedback Given': {
      const { kind, score } = event.data;
      const said: [FactGroup, Stub][] = [];
      if (score !== undefined) said.push(['feedback', stub({ kind, score })]);
      if (saysSomething(event.data)) said.push(['feedback', stub({ kind, ref: event.id })]);
      return said;
    }
    case 'Action Done': {
      const { play, purpose, contact } = event.data;
      const done: [FactGroup, Stub][] = [['done', stub({ play })]];
      if (!contact) return done;
      done.push(['contacts', stub({ play, why: purpose, by })]);
      if (purpose === 'commercial') done.push(['offers', stub({ play, by })]);
      return done;
    }
    case 'Action Dismissed': {
      const { play, why, touchpoint } = event.data;
      const answer: [FactGroup, Stub] = ['actions', stub({ play, why })];
      // Somebody else was in touch already: a contact like any other, unless it is the one that stands here already.
      return why === 'already-done' && touchpoint === undefined
        ? [answer, ['contacts', stub({ play, by })]]
        : [answer];
    }
    default: {
      const { list } = lines[event.type];
      if (list === undefined) return [];
      const data: Record<string, unknown> = { ...event.data, by };
      const kept: Record<string, unknown> = {};
      for (const key of columns[list])
        if (opens.has(event.type) || (key !== 'about' && key !== 'topic')) kept[key] = data[key];
      return [[list, stub(kept)]];
    }
  }
};

/** What a call, mail or visit leaves behind, by who spoke, for how long, and what about. */
const touches = (
  { id, by, data }: EventOf<'Touchpoint Logged'>,
  stub: (d: Record<string, unknown>) => Stub,
): [FactGroup, Stub][] => {
  const { direction, initiator, purpose, play, answeredFully, promisedFor, minutes, ref } = data;
  const forOurselves = isForOurselves(data.kind);
  const kept: [FactGroup, Stub][] = [];
  if (!forOurselves && minutes !== undefined) kept.push(['talks', stub({ minutes })]);
  if (direction === 'in') {
    // They brought the matter up again, whatever became of it.
    if (!forOurselves && ref !== undefined) kept.push(['talks', stub({ ref })]);
    return kept;
  }
  if (!forOurselves) {
    kept.push(['contacts', stub({ who: initiator, why: purpose, play, by })]);
    if (purpose === 'commercial') kept.push(['offers', stub({ who: initiator, play, by })]);
  }
  // A note can hold us to a promise, but it answers nobody.
  if (!forOurselves && answeredFully !== undefined)
    kept.push(['owed', stub({ ref: ref ?? id, fully: answeredFully })]);
  if (promisedFor !== undefined) kept.push(['promises', stub({ ref: id, dueAt: promisedFor })]);
  return kept;
};

/** Words of theirs that want an outcome: all but a bare score, and of scores those that tell why they are low. */
const saysSomething = ({ kind, score, text }: EventData<'Feedback Given'>): boolean => {
  if (kind === 'comment' || kind === 'idea' || kind === 'praise') return true;
  if (score === undefined || !text?.trim()) return false;
  return kind === 'nps' ? score <= 6 : score <= 2;
};

const scalars = (data: Record<string, unknown>): Stub['d'] => {
  const kept: Stub['d'] = {};
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (typeof value === 'string') {
      const text = cut(key, value);
      if (text !== '') kept[key] = text;
    } else if (typeof value === 'number' || value === true) kept[key] = value;
  }
  return kept;
};
