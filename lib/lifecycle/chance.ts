import { hash } from './mark.ts';

/**
 * A number in [0, 1) that the text alone decides, the same on every machine: chance without dice. The mixing at the end
 * (MurmurHash3's) spreads texts that differ in their last letter only.
 */
export const chance = (text: string): number => {
  let h = hash(text);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
};
