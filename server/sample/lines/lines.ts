import { east } from './east.ts';
import { islands } from './islands.ts';
import { rightToLeft } from './right-to-left.ts';
import type { Lines, Tongue } from './tongue.ts';
import { west } from './west.ts';

/** One line a language; each file holds the languages of one part of the world. */
export const lines: Record<Tongue, Lines> = { ...islands, ...east, ...rightToLeft, ...west };
