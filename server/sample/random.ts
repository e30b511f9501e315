/** A seeded source of chance: the same seed gives the same shop on every machine. */
export type Random = {
  /** 0 <= x < 1 */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  /** A number from `min` up to `max`. */
  between: (min: number, max: number) => number;
  chance: (p: number) => boolean;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Picks by weight: `[weight, value]` pairs. */
  weighted: <T>(from: readonly [readonly [number, T], ...(readonly [number, T])[]]) => T;
};

/** FNV-1a, 32 bit: turns a name into a seed, so that one customer's chances do not depend on the others'. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for made-up customers. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    between: (min, max) => min + next() * (max - min),
    chance: (p) => next() < p,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return from[0][1];
    },
  };
};
