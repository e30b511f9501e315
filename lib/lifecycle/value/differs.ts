import type { ValueModel } from '../../contract/value.ts';

/** Nobody would see a smaller change in what a panel shows. */
const NOTICEABLE = 0.02;

const isNear = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= NOTICEABLE * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => isNear(value, right.get(key)));
};

/** Whether a newly fitted model says something else than the one before, so that it is worth sending to everybody. */
export const differs = (before: ValueModel | undefined, after: ValueModel): boolean =>
  !before || !isNear({ ...before, fittedAt: 0 }, { ...after, fittedAt: 0 });
