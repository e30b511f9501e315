import type { Profile } from '#lib/contract/customer.ts';
import type { EventData, SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook, PlayKind } from '#lib/contract/playbook.ts';
import { t } from '#lib/i18n/index.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import type { Because, Blocked, Card } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { cards, contact, csat, daysAgo, event, NOW, person } from '../lifecycle/people.ts';

/** A reason in the words that a colleague reads. */
export const say = ({ code, values }: Because): string => t(`because.${code}`, values);

export type Scene = {
  decision: ReturnType<typeof decide>;
  /** The id of the first card; null: waiting is best. */
  top: string | null;
  /** The plays that nothing stands against, shown or not, best first. */
  open: string[];
  /** Their cards. */
  openCards: Card[];
  /** What stands against a play that fired; null if nothing does, or if it did not fire. */
  held: (play: string) => Blocked | null;
  /** The card of a play, whether or not it is held back. */
  card: (play: string) => Card | undefined;
  /** Why this play would be suggested, in words; null if it would not. */
  why: (play: string) => string | null;
  /** Plays of one kind that nothing stands against. */
  ofKind: (kind: PlayKind) => string[];
};

type Setting = { now?: number; profile?: Partial<Profile>; playbook?: Playbook };

/** What the engine says of one customer with these events. */
export const scene = (
  events: SukiEvent[],
  { now = NOW, profile = {}, playbook = defaultPlaybook }: Setting = {},
): Scene => {
  const decision = decide(person(events, profile), playbook, now);
  const { top, others, rest, hidden } = decision;
  const open = [...(top ? [top] : []), ...others, ...rest];
  const card = (play: string) => [...cards(decision), ...rest].find((each) => each.play.id === play);
  return {
    decision,
    top: top?.play.id ?? null,
    open: open.map(({ play }) => play.id),
    openCards: open,
    held: (play) => hidden.find((each) => each.card.play.id === play)?.blocked ?? null,
    card,
    why: (play) => {
      const found = card(play);
      return found ? say(found.because) : null;
    },
    ofKind: (kind) => open.flatMap(({ play }) => (play.kind === kind ? [play.id] : [])),
  };
};

export const playOf = (id: string): Play => {
  const found = defaultPlaybook.plays.find((each) => each.id === id);
  if (!found) throw new Error(`no play ${id}`);
  return found;
};

/** The default playbook with something changed in some of its plays. */
export const playbookWith = (changes: Record<string, Partial<Play>>): Playbook => ({
  ...defaultPlaybook,
  plays: defaultPlaybook.plays.map((each) => ({ ...each, ...changes[each.id] })),
});

export const raised = (days: number, more: Partial<EventData<'Complaint Raised'>> = {}): SukiEvent =>
  event('Complaint Raised', daysAgo(days), { ref: 'c1', ...more });

/** A colleague did it, and was in touch. */
export const did = (play: string, days: number, by = 'Mia'): SukiEvent =>
  event('Action Done', daysAgo(days), { play, contact: true, purpose: playOf(play).purpose }, { by });

/** They ran into the limit of their plan so many times, until two days ago. */
export const limits = (times: number): SukiEvent[] =>
  Array.from({ length: times }, (_, i) => event('Limit Reached', daysAgo(2 + i), {}));

/** Somebody for whom the larger plan would be the thing: past the first steps, well, and at the limit three times. */
export const atTheLimit = (): SukiEvent[] => [
  event('First Value Reached', daysAgo(1), {}),
  csat(1, 5),
  ...limits(3),
];

export const offerOf = (days: number): SukiEvent => contact(days, { purpose: 'commercial' });
