import type { Trigger, TriggerOn } from '../../contract/playbook.ts';
import { HOUR } from '../../contract/primitives.ts';
import type { Because, Reading } from '../types.ts';
import type { View } from '../view.ts';

/** A customer at a moment, with where they stand: what triggers and guards look at. */
export type Scene = View & { reading: Reading };

export type Fired = {
  /** When it began to hold. */
  since: number;
  /** When its window closes, if it has one. */
  until?: number;
  /** The matter that it is about, if there is one. */
  ref?: string;
  because: Because;
};

export type TriggerRule<O extends TriggerOn> = {
  /** Null: it does not hold now. */
  fires: (trigger: Extract<Trigger, { on: O }>, scene: Scene) => Fired | null;
  /** When it may hold next if nothing happens until then; null: only an event can make it so. */
  next: (trigger: Extract<Trigger, { on: O }>, scene: Scene) => number | null;
};

/** A window after `at`, in days. Null when now is outside. */
export const windowAfter = (
  at: number,
  from: number,
  to: number,
  now: number,
): { since: number; until: number } | null =>
  now >= at + from && now <= at + to ? { since: at + from, until: at + to } : null;

/** A moment, if it is still to come. */
export const ahead = (at: number | null, now: number): number | null =>
  at !== null && at > now ? Math.round(at) : null;

/** A name as ICU's `select` can read it. */
export const slug = (name: string): string => name.toLowerCase().replaceAll(/[ -]/g, '_');

/** How long something has waited, in hours for the first two days. */
export const age = ({ now }: Pick<Scene, 'now'>, since: number): { n: number; unit: 'hours' | 'days' } => {
  const hours = Math.max(0, Math.floor((now - since) / HOUR));
  return hours < 48 ? { n: hours, unit: 'hours' } : { n: Math.floor(hours / 24), unit: 'days' };
};
