/**
 * A binary fuse filter with 16-bit fingerprints (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", 2022):
 * tells of a key that it is not in the set, or that it probably is. Never wrong about a key that is in it; of those that are not,
 * one in 65,536 is taken for one that is. About 19 bits for each key of a set of 60,000.
 *
 * A key is 64 bits, as its two 32-bit halves, and has to be random already (a keyed hash).
 */
export type Fuse = {
  seed: number;
  /** A power of two, at most 2^16. */
  segment: number;
  /** First positions lie below this. */
  starts: number;
  fingerprints: Uint16Array<ArrayBuffer>;
};

/** Keys of one set, column by column. */
export type Keys = { high: Uint32Array; low: Uint32Array };

const ARITY = 3;
/** Each attempt fails for one set in about a hundred; all of them only for a set with a key that is in it twice. */
const ATTEMPTS = 100;

/** The finaliser of MurmurHash3 (public domain): every bit of the answer depends on every bit of `h`. */
const mix = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const startOf = (high: number, low: number, seed: number, starts: number): number =>
  Math.floor((mix(high ^ mix(low ^ seed)) / 0x1_0000_0000) * starts);
const spreadOf = (high: number, low: number, seed: number): number => mix(low + mix(high + seed));
const fingerprintOf = (high: number, low: number): number => mix(high ^ (low << 7) ^ (low >>> 25)) & 0xffff;

/** The three positions of a key, one in each of three neighbouring segments. */
const second = (start: number, spread: number, segment: number): number =>
  (start + segment) ^ ((spread >>> 16) & (segment - 1));
const third = (start: number, spread: number, segment: number): number =>
  (start + 2 * segment) ^ (spread & (segment - 1));

/** Segment length and number of places for `n` keys: formulas of the paper, section 4. */
const shapeFor = (n: number): { segment: number; starts: number } => {
  const segment = n === 0 ? 4 : Math.min(65_536, 2 ** Math.floor(Math.log(n) / Math.log(3.33) + 2.25));
  const factor = n <= 1 ? 0 : Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(n));
  const segments = Math.max(1, Math.ceil(Math.round(n * factor) / segment) - (ARITY - 1));
  return { segment, starts: segments * segment };
};

/**
 * Takes keys away one by one, each time one that has a place to itself. @returns keys and their places in the order of taking, or null
 * when some are left over
 */
const peel = ({ high, low }: Keys, seed: number, segment: number, starts: number) => {
  const n = high.length;
  const places = starts + (ARITY - 1) * segment;
  const first = new Uint32Array(n);
  const spreads = new Uint32Array(n);
  const counts = new Uint32Array(places);
  const owners = new Uint32Array(places);
  const flip = (place: number, key: number, by: number): void => {
    counts[place] = (counts[place] ?? 0) + by;
    owners[place] = (owners[place] ?? 0) ^ key;
  };
  for (let key = 0; key < n; key += 1) {
    const h = high[key] ?? 0;
    const l = low[key] ?? 0;
    const start = startOf(h, l, seed, starts);
    const spread = spreadOf(h, l, seed);
    first[key] = start;
    spreads[key] = spread;
    flip(start, key, 1);
    flip(second(start, spread, segment), key, 1);
    flip(third(start, spread, segment), key, 1);
  }
  const alone: number[] = [];
  for (let place = 0; place < places; place += 1) if (counts[place] === 1) alone.push(place);
  const keys = new Uint32Array(n);
  const at = new Uint32Array(n);
  let taken = 0;
  for (let place = alone.pop(); place !== undefined; place = alone.pop()) {
    if (counts[place] !== 1) continue;
    const key = owners[place] ?? 0;
    keys[taken] = key;
    at[taken] = place;
    taken += 1;
    const start = first[key] ?? 0;
    const spread = spreads[key] ?? 0;
    for (const other of [start, second(start, spread, segment), third(start, spread, segment)]) {
      flip(other, key, -1);
      if (counts[other] === 1) alone.push(other);
    }
  }
  return taken === n ? { keys, at, first, spreads, places } : null;
};

/**
 * Makes the filter of a set.
 * @param keys each once; at most a million, more would need segments beyond what half a hash can address
 * @returns null when a key is there twice
 */
export const buildFuse = (keys: Keys): Fuse | null => {
  const { segment, starts } = shapeFor(keys.high.length);
  for (let seed = 1; seed <= ATTEMPTS; seed += 1) {
    const peeled = peel(keys, seed, segment, starts);
    if (!peeled) continue;
    const fingerprints = new Uint16Array(peeled.places);
    for (let i = peeled.keys.length - 1; i >= 0; i -= 1) {
      const key = peeled.keys[i] ?? 0;
      const start = peeled.first[key] ?? 0;
      const spread = peeled.spreads[key] ?? 0;
      const b = second(start, spread, segment);
      const c = third(start, spread, segment);
      // The key's own place is still 0, so that all three may be taken together.
      const others = (fingerprints[start] ?? 0) ^ (fingerprints[b] ?? 0) ^ (fingerprints[c] ?? 0);
      fingerprints[peeled.at[i] ?? 0] = fingerprintOf(keys.high[key] ?? 0, keys.low[key] ?? 0) ^ others;
    }
    return { seed, segment, starts, fingerprints };
  }
  return null;
};

/** False: not in the set, certainly. */
export const mayHave = (fuse: Fuse, high: number, low: number): boolean => {
  const { seed, segment, starts, fingerprints } = fuse;
  const start = startOf(high, low, seed, starts);
  const spread = spreadOf(high, low, seed);
  const found =
    (fingerprints[start] ?? 0) ^
    (fingerprints[second(start, spread, segment)] ?? 0) ^
    (fingerprints[third(start, spread, segment)] ?? 0);
  return found === fingerprintOf(high, low);
};

const HEAD_BYTES = 12;

/** Seed, segment and starts as 32-bit numbers, then the fingerprints; all little-endian, as every browser and server is. */
export const fuseToBytes = ({ seed, segment, starts, fingerprints }: Fuse): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(HEAD_BYTES + fingerprints.byteLength);
  bytes.set(new Uint8Array(Uint32Array.of(seed, segment, starts).buffer));
  bytes.set(new Uint8Array(fingerprints.buffer), HEAD_BYTES);
  return bytes;
};

/** Null: not the bytes of a filter. */
export const fuseFromBytes = (bytes: Uint8Array): Fuse | null => {
  if (bytes.length < HEAD_BYTES || bytes.length % 2 !== 0) return null;
  // Copied, so that it lies where numbers of 32 bits may lie.
  const buffer = Uint8Array.from(bytes).buffer;
  const [seed = 0, segment = 0, starts = 0] = new Uint32Array(buffer, 0, 3);
  const fingerprints = new Uint16Array(buffer, HEAD_BYTES);
  const fits = segment >= 1 && segment <= 65_536 && (segment & (segment - 1)) === 0 && starts % segment === 0;
  if (!fits || starts < segment || fingerprints.length !== starts + (ARITY - 1) * segment) return null;
  return { seed, segment, starts, fingerprints };
};
