import type { Patch } from './patch.ts';

/** A mistake that somebody could make, and that must not go unnoticed. */
export type Mutant = { name: string; patches: readonly Patch[] };

export const mutants: readonly Mutant[] = [];
