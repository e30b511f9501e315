import type { CustomerRecord } from '#lib/contract/customer.ts';
import { Stage } from '#lib/contract/stage.ts';
import { reasonsOfStages } from '#lib/i18n/en/panel-stages.ts';
import { t } from '#lib/i18n/index.ts';
import { mark } from '#lib/lifecycle/mark.ts';
import { newestFirst } from './entry.ts';
import { openedFacts } from './opened-facts.ts';

/** One step of the lifecycle. `to` null: a move by hand ended, and the rules took over again. */
export type Step = {
  id: string;
  at: number;
  from: Stage | null;
  to: Stage | null;
  because: string[];
  /** The reason of whoever moved them by hand. */
  hand: string | null;
};

const kinds = new Set(['Stage Changed', 'Stage Overridden', 'Stage Override Lifted']);

const said = (codes: unknown): string[] =>
  (Array.isArray(codes) ? codes : []).flatMap((code: unknown) => {
    const known = Object.keys(reasonsOfStages).find((id) => id === `stages.because.${String(code)}`);
    return known ? [t(known as keyof typeof reasonsOfStages)] : [];
  });

/**
 * The steps that the timeline shows as well, and those from before it reaches back to, of which the facts know where from and
 * where to; newest first.
 */
export const stageSteps = ({ timeline, facts }: Pick<CustomerRecord, 'timeline' | 'facts'>): Step[] => {
  const entries = timeline.filter(({ type }) => kinds.has(type));
  const told = new Set(entries.map(({ id }) => mark(id)));
  const older = openedFacts(facts)
    .recent.stages.filter((stub) => kinds.has(stub.type) && !told.has(stub.id))
    .map(({ id, type, at, d }) => ({ id, type, at, data: d as Record<string, unknown> }));
  return [...entries, ...older].sort(newestFirst).map(({ id, at, data }) => ({
    id,
    at,
    from: Stage.safeParse(data.from).data ?? null,
    to: Stage.safeParse(data.to).data ?? null,
    because: said(data.because),
    hand: typeof data.reason === 'string' ? data.reason : null,
  }));
};
