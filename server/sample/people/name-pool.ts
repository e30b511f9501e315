import type { Tongue } from '../lines/tongue.ts';
import type { PlaceId } from '../shop.ts';

/** A name in its own script; the second form is what its bearer would put into an address. */
export type Spelled = string | readonly [native: string, latin: string];
export type NamePool = {
  tongue: Tongue;
  places: readonly [PlaceId, ...PlaceId[]];
  /** How common they are among the shop's customers. */
  weight: number;
  given: readonly [Spelled, ...Spelled[]];
  family: readonly [Spelled, ...Spelled[]];
  /** Family name first, without a space between for CJK. */
  order?: 'family-first' | 'family-first-joined';
  /** Cafés, offices and hotels of these parts, with the domain they write from. */
  companies: readonly [readonly [string, string], ...(readonly [string, string])[]];
};
