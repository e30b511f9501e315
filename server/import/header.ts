import { type Fault, fault } from './problem.ts';

/**
 * Header names that mean a field, as other tools write them; compared without case, spaces and signs. The first is its own
 * name, which goes before what another field is sometimes called.
 */
export type Aliases<F extends string> = Record<F, readonly string[]>;

export type Columns<F extends string> = {
  /** The cell of a field: that of the first of its columns that has one, trimmed; else ''. */
  cell: (cells: readonly string[], field: F) => string;
  has: (field: F) => boolean;
  /** The file's own name for a field. */
  nameOf: (field: F) => string | undefined;
  /** Header names that mean nothing to us; their cells are not imported, and the summary says so. */
  unused: string[];
  /** How many cells a row must have. */
  width: number;
  names: readonly string[];
};

export const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Finds the columns of a header row. */
export const readHeader = <F extends string>(names: readonly string[], aliases: Aliases<F>): Columns<F> => {
  const indexes = new Map<string, number[]>();
  const used = new Set<number>();
  const take = (field: string, known: readonly string[]) => {
    const found = known.flatMap((alias) =>
      names.flatMap((name, index) => (plain(name) === plain(alias) && !used.has(index) ? [index] : [])),
    );
    for (const index of found) used.add(index);
    if (found.length > 0) indexes.set(field, [...(indexes.get(field) ?? []), ...found]);
  };
  const fields = Object.entries<readonly string[]>(aliases);
  for (const [field, [own]] of fields) if (own !== undefined) take(field, [own]);
  for (const [field, [, ...more]] of fields) take(field, more);
  return {
    cell: (cells, field) => {
      for (const index of indexes.get(field) ?? []) {
        const text = cells[index]?.trim();
        if (text) return text;
      }
      return '';
    },
    has: (field) => indexes.has(field),
    nameOf: (field) => names[indexes.get(field)?.[0] ?? -1],
    unused: names.filter((name, index) => !used.has(index) && name.trim() !== ''),
    width: names.length,
    names,
  };
};

/** A row that does not fit its header would put values into the wrong fields. */
export const misfit = (
  columns: { width: number },
  cells: readonly string[],
  broken: boolean,
): Fault | null => {
  if (broken) {
    return fault('its quotes do not match', 'Double every quote inside a quoted cell, and close the cell.');
  }
  if (cells.length === columns.width) return null;
  return fault(
    `has ${cells.length} cells, the header has ${columns.width}`,
    'Quote cells that contain the separator or a line break.',
  );
};
