import type { EventType } from '../../contract/events.ts';
import { DAY } from '../../contract/primitives.ts';
import type { Because } from '../types.ts';
import { lastAt, type View } from '../view.ts';

/** A lead of whom nothing was heard or seen for so long is back at the beginning. */
export const LEAD_SILENCE = 90 * DAY;

type Signal = { first: number; last: number; because: Because };

const acts: readonly [EventType, Because['code']][] = [
  ['Question Asked', 'stage-asked'],
  ['Demo Requested', 'stage-wants-demo'],
  ['Trial Started', 'stage-trial'],
  ['Content Downloaded', 'stage-downloaded'],
];

/** [ST2] Two price pages, or three articles, within two weeks. */
const reading = (view: View, page: 'pricing' | 'article', atLeast: number): Signal | null => {
  const seen = view.facts.recent.behaviour.filter((stub) => stub.d.page === page).map((stub) => stub.at);
  for (let i = 0; i + atLeast <= seen.length; i++) {
    const last = seen[i] ?? 0;
    const first = seen[i + atLeast - 1] ?? 0;
    if (last - first <= 14 * DAY)
      return { first, last, because: { code: `stage-read-${page}`, values: { n: atLeast, readAt: last } } };
  }
  return null;
};

/** What a person did who wants to know more, newest first. */
export const signals = (view: View): Signal[] => {
  const found: Signal[] = [];
  for (const [type, code] of acts) {
    const last = lastAt(view, type);
    if (last === null) continue;
    const first = view.facts.tally[type]?.first ?? last;
    found.push({ first, last, because: { code, values: { actAt: last } } });
  }
  for (const signal of [reading(view, 'pricing', 2), reading(view, 'article', 3)])
    if (signal) found.push(signal);
  return found.sort((a, b) => b.last - a.last);
};

/** The newest thing that a person who never bought did or said. */
export const lastSignAt = (view: View): number =>
  Math.max(
    view.heardAt ?? 0,
    view.facts.recent.behaviour[0]?.at ?? 0,
    ...(['Content Downloaded', 'Trial Started', 'Checkout Started', 'Proposal Sent'] as const).map(
      (type) => lastAt(view, type) ?? 0,
    ),
  );
