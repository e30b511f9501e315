import type { NamePool } from './name-pool.ts';
import { east } from './names-east.ts';
import { islands } from './names-islands.ts';
import { rightToLeft } from './names-right-to-left.ts';
import { west } from './names-west.ts';

/** All names, by the part of the world that they come from, as in ../lines. */
export const namePools: readonly [NamePool, ...NamePool[]] = [...islands, ...east, ...rightToLeft, ...west];
