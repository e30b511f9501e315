import type { Patch } from './patch.ts';

/** Set by each day, so that a seed has its own pauses. */
export const setPause = (pause: () => Promise<void> | undefined): void => {
  Object.assign(globalThis, { fuzzPause: pause });
};

/**
 * The same program with small numbers: a handful of customers fills several packs and pages, so that packing, sweeping and letting
 * go happen on every day that is lived here.
 */
export const small: readonly Patch[] = [
  { file: 'lib/cache/entry.ts', find: /PACK_LINES = [\d_]+/g, replace: 'PACK_LINES = 3' },
  { file: 'lib/cache/apply.ts', find: /const FEW = [\d_]+/g, replace: 'const FEW = 3' },
  { file: 'lib/cache/tidy.ts', find: /MANY_ROWS = [\d_]+/g, replace: 'MANY_ROWS = 3' },
  { file: 'lib/cache/tidy.ts', find: /const PACKED_AT_ONCE = [\d_]+/g, replace: 'const PACKED_AT_ONCE = 2' },
  { file: 'lib/cache/tidy.ts', find: /const SWEPT_AT_ONCE = [\d_]+/g, replace: 'const SWEPT_AT_ONCE = 2' },
  {
    file: 'lib/contract/sync.ts',
    find: /pullRows: [\d_]+, pushMutations: [\d_]+, (pushBytes: [\d_]+), applyRows: [\d_]+/g,
    replace: 'pullRows: 4, pushMutations: 3, pushBytes: 262_144, applyRows: 3',
  },
  { file: 'lib/contract/scope.ts', find: /recent: [\d_]+, pins: [\d_]+/g, replace: 'recent: 3, pins: 3' },
  // SQLite answers at once, so that a transaction would never be met in its middle: here it takes its time, as a disk does.
  {
    file: 'server/store/sqlite-dialect.ts',
    find: 'async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {',
    replace:
      'async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> { await (globalThis as any).fuzzPause?.();',
  },
];
