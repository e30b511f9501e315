import type { Profile } from '#lib/contract/customer.ts';
import type { EventData, EventType, MeddicItem, SukiEvent } from '#lib/contract/events.ts';
import type { Persona } from '#lib/contract/persona.ts';
import { contact, daysAgo, event, order } from '../lifecycle/people.ts';

/** An event so many days ago. */
export const ago = <T extends EventType>(days: number, type: T, data: EventData<T>): SukiEvent =>
  event(type, daysAgo(days), data);
export const asked = (days: number, ref = 'q') => ago(days, 'Question Asked', { ref });
export const answered = (days: number, ref = 'q') => ago(days, 'Question Answered', { ref, fully: 'yes' });
export const signedUp = (days: number) => ago(days, 'Signed Up', {});
export const started = (days: number) => ago(days, 'Subscription Started', {});
export const proposed = (days: number) => ago(days, 'Proposal Sent', {});
export const complained = (days: number) => ago(days, 'Complaint Raised', { ref: 'k' });
export const known = (...items: MeddicItem[]) => items.map((item) => ago(12, 'MEDDIC Noted', { item }));
export const robot = (days: number) => contact(days, { initiator: 'automation', purpose: 'news' });
/** Back for more, every thirty days. */
export const regular = (last: number) => [90, 60, 30, 0].map((before) => order(before + last));

export type Told = { events: SukiEvent[]; profile?: Partial<Profile>; personas?: Persona[] };
export const account = (events: SukiEvent[]): Told => ({ events, profile: { account: true } });
export const maya: Persona = {
  id: 'maya',
  name: 'Maya',
  story: '',
  rules: [{ of: 'orders', atLeast: 3 }],
  reviewedAt: 0,
};

/** By play: somebody for whom it is a candidate today, once for each example of a row. */
export type People = Record<string, [string, SukiEvent[] | Told][]>;
