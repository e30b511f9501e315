export type Minimum = { at: readonly number[]; value: number };

type Corner = { at: readonly number[]; value: number };

/** Where `from` moved away from `centre` by `factor` of their distance ends. */
const along = (centre: readonly number[], from: readonly number[], factor: number): number[] =>
  centre.map((c, i) => c + factor * (c - (from[i] ?? c)));

/** Nelder and Mead's simplex method, once, from one start. What is not a number counts as infinitely bad. */
function* descend(
  f: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
): Generator<void, Minimum> {
  const corner = (at: readonly number[]): Corner => {
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  let best = corner(start);
  let corners = [best, ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x))))];
  for (let round = 0; round < 400 * start.length; round++) {
    corners.sort((a, b) => a.value - b.value);
    best = corners[0] ?? best;
    const worst = corners.at(-1) ?? best;
    const second = corners.at(-2) ?? worst;
    const spread = Math.max(
      ...corners.map(({ at }) => Math.max(...at.map((x, i) => Math.abs(x - (best.at[i] ?? x))))),
    );
    if (worst.value - best.value <= 1e-10 * (Math.abs(best.value) + 1) && spread <= 1e-5) break;
    yield;
    const others = corners.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length);
    const reflected = corner(along(centre, worst.at, 1));
    let next: Corner | null = null;
    if (reflected.value < best.value) {
      const further = corner(along(centre, worst.at, 2));
      next = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < second.value) next = reflected;
    else {
      const nearer =
        reflected.value < worst.value
          ? corner(along(centre, worst.at, 0.5))
          : corner(along(centre, worst.at, -0.5));
      if (nearer.value < Math.min(reflected.value, worst.value)) next = nearer;
    }
    const { at: middle } = best;
    corners = next
      ? [...others, next]
      : corners.map((one) => (one === best ? one : corner(along(middle, one.at, -0.5))));
  }
  return best;
}

/**
 * The lowest point of `f` near `start`, by Nelder and Mead's simplex method (1965), begun anew from where it ended until
 * that gains nothing: a simplex can shrink too early. Yields after each step, so that a caller with other things to do may
 * do them in between.
 */
export function* minimise(
  f: (at: readonly number[]) => number,
  start: readonly number[],
  step = 0.5,
): Generator<void, Minimum> {
  let found = yield* descend(f, start, step);
  for (let again = 0; again < 5; again++) {
    const next = yield* descend(f, found.at, step / 2 ** again);
    const gained = found.value - next.value;
    if (next.value <= found.value) found = next;
    if (!(gained > 1e-9 * (Math.abs(found.value) + 1))) break;
  }
  return found;
}

/** Runs a generator to its end without a pause. */
export const atOnce = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
