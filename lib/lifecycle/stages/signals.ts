import type { EventType } from '../../contract/events.ts';
import { DAY } from '../../contract/primitives.ts';
import type { Because } from '../types.ts';
import { lastAt, type View } from '../view.ts';
import { leadSilence, questions } from '../ways.ts';

/** [ST1] A lead of whom nothing was heard or seen for so long is back at the beginning. */
export const silenceOf = (view: View): number => leadSilence(view.policy.stages) * DAY;

type Signal = { first: number; last: number; because: Because };

const acts: readonly [EventType, Because['code']][] = [
  ['Demo Requested', 'stage-wants-demo'],
  ['Trial Started', 'stage-trial'],
  ['Content Downloaded', 'stage-downloaded'],
];

/** [ST2] Two price pages, or three articles, within two weeks. */
const reading = (view: View, page: 'pricing' | 'article', atLeast: number | undefined): Signal | null => {
  const { viewsWithinDays } = view.policy.stages.educate.enter;
  if (atLeast === undefined || viewsWithinDays === undefined) return null;
  const seen = view.facts.recent.behaviour.filter((stub) => stub.d.page === page).map((stub) => stub.at);
  for (let i = 0; i + atLeast <= seen.length; i++) {
    const last = seen[i] ?? 0;
    const first = seen[i + atLeast - 1] ?? 0;
    if (last - first <= viewsWithinDays * DAY)
      return { first, last, because: { code: `stage-read-${page}`, values: { n: atLeast, readAt: last } } };
  }
  return null;
};

/** What a person did who wants to know more, newest first. */
export const signals = (view: View): Signal[] => {
  const found: Signal[] = [];
  const { enter } = view.policy.stages.educate;
  const asked = view.facts.tally['Question Asked'];
  if (asked && asked.n >= questions(view.policy.stages))
    found.push({
      first: asked.first,
      last: asked.last,
      because: { code: 'stage-asked', values: { actAt: asked.last } },
    });
  for (const [type, code] of acts) {
    const last = lastAt(view, type);
    if (last === null) continue;
    const first = view.facts.tally[type]?.first ?? last;
    found.push({ first, last, because: { code, values: { actAt: last } } });
  }
  for (const signal of [
    reading(view, 'pricing', enter.pricingViews),
    reading(view, 'article', enter.articleViews),
  ])
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
