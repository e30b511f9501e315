/** Fewer are no crowd to be compared with. */
export const LEAST_FOR_CUTS = 25;

/** The value under which a share of the ascending values lies, between two of them by proportion. */
export const quantile = (ascending: readonly number[], share: number): number => {
  const place = (ascending.length - 1) * share;
  const low = ascending[Math.floor(place)] ?? 0;
  const high = ascending[Math.ceil(place)] ?? low;
  return low + (place - Math.floor(place)) * (high - low);
};

/** The four cuts between five equal parts of the values, in any order; null when there are too few. */
export const quintileCuts = (values: readonly number[]): number[] | null => {
  if (values.length < LEAST_FOR_CUTS) return null;
  const ascending = values.toSorted((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((share) => quantile(ascending, share));
};

/** 1 to 5: one more than the cuts under the value, so that equal values always score the same. */
export const quintile = (value: number, cuts: readonly number[]): number =>
  1 + cuts.filter((cut) => cut < value).length;

/** The same for what is better when small: days since the last order. */
export const quintileDown = (value: number, cuts: readonly number[]): number => 6 - quintile(value, cuts);
