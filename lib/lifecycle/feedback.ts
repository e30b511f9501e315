import type { OpenFacts } from '../contract/facts.ts';

/** What they said to us; `ref` is for the Feedback Closed. */
export type OpenFeedback = { ref: string; kind: string; at: number };

/** What they said to us and nobody has closed, newest first. */
export const openFeedback = ({ recent }: OpenFacts): OpenFeedback[] =>
  recent.feedback.flatMap(({ type, at, d }) =>
    type === 'Feedback Given' && typeof d.ref === 'string' ? [{ ref: d.ref, kind: String(d.kind), at }] : [],
  );

/** The one that has waited longest. */
export const oldestFeedback = (open: readonly OpenFeedback[]): OpenFeedback | null =>
  open.reduce<OpenFeedback | null>(
    (first, each) => (first === null || each.at < first.at ? each : first),
    null,
  );
