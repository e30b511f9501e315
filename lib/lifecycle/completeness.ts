import { type ProfilePart, profileParts } from '../contract/events.ts';
import type { Stage } from '../contract/stage.ts';
import type { View } from './view.ts';

/** What there is to know of somebody, and how to tell that we know it. */
const knows = {
  /** How they came to us. */
  source: ({ profile }: View) => Boolean(profile.source?.trim()),
  /** What they are trying to do. */
  need: ({ needAt }: View) => needAt !== null,
  /** Whom else they look at. */
  competitor: ({ competitorAt }: View) => competitorAt !== null,
  /** How they find it. */
  opinion: ({ ratings }: View) => ratings.length > 0,
  /** Why they left. */
  cause: ({ lapseCause }: View) => lapseCause !== null,
  demographic: hasPart('demographic'),
  behavioural: hasPart('behavioural'),
  psychographic: hasPart('psychographic'),
} satisfies Record<string, (view: View) => boolean>;
export type Knowable = keyof typeof knows;

function hasPart(part: ProfilePart) {
  return (view: View) => view.profileParts[part] !== undefined;
}

/** What somebody should know who looks after a customer at this stage, the first thing to ask for first. */
const asksFor: Readonly<Record<Stage, readonly Knowable[]>> = {
  discover: ['source'],
  educate: ['source', 'need'],
  purchase: ['need', 'competitor'],
  engage: ['need', 'opinion', 'demographic'],
  retain: ['opinion', ...profileParts],
  advocate: ['opinion', ...profileParts],
  lapsed: ['cause', 'opinion'],
};

/** How much of it is known, 0..100, and what is missing, in the order in which to ask. */
export type Completeness = { percent: number; missing: Knowable[] };

/** [K1] What we know of what a stage asks for. Nothing is guessed: only what somebody noted or they told us counts. */
export const completeness = (view: View, stage: Stage): Completeness => {
  const asked = asksFor[stage];
  const missing = asked.filter((item) => !knows[item](view));
  return { percent: Math.round((100 * (asked.length - missing.length)) / asked.length), missing };
};
