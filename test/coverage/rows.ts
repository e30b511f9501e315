import type { Row } from './row.ts';
import { filipino } from './rows/filipino.ts';
import { malay } from './rows/malay.ts';
import { persian } from './rows/persian.ts';
import { polish } from './rows/polish.ts';
import { thai } from './rows/thai.ts';

/** All rows, in the order of the catalogue. */
export const rows: readonly Row[] = [...filipino, ...polish, ...thai, ...malay, ...persian];

/** How many rows each article has: ids run from 01 without a gap. */
export const rowCounts: Record<string, number> = { R0: 33, R1: 27, R2: 18, R3: 30, R4: 32 };
