/**
 * A 64-bit hash of one row, as its two 32-bit halves. Both ends XOR these over all their rows: the same sum
 * and the same count mean the same set of customers at the same versions, whatever order they came in.
 * Two MurmurHash3-like lanes (public-domain construction known as cyrb53, kept at its full 64 bits).
 */
export const rowHash = (id: string, seq: string): readonly [high: number, low: number] => {
  const text = `${id}\n${seq}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return [high >>> 0, low >>> 0];
};

/** The digest of a set of rows: how many, and the XOR of their hashes as 16 hex digits. */
export const digestOf = (rows: Iterable<{ id: string; seq: string }>): { count: number; xor: string } => {
  let count = 0;
  let high = 0;
  let low = 0;
  for (const row of rows) {
    const [h, l] = rowHash(row.id, row.seq);
    high ^= h;
    low ^= l;
    count += 1;
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return { count, xor: hex(high) + hex(low) };
};
