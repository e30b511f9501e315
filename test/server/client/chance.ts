/** Chance that can be repeated: the same seed, the same choices (mulberry32, public domain). */
export const createChance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number from 0 up, less than `n`. */
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (digits: number): string => {
    let text = '';
    for (let i = 0; i < digits; i += 1) text += below(16).toString(16);
    return text;
  };
  return {
    below,
    of: (probability: number): boolean => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
};
