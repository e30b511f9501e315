/** Parts of Suki that are still to come, and that some rows wait for. */
export const capabilities = [
  'reports and boards',
  'content library',
  'survey pages',
  'importers',
  'founder hour',
] as const;
export type Capability = (typeof capabilities)[number];

/**
 * One row of the catalogue that the lifecycle was built from: five articles on looking after customers, read line by line.
 * `example` says how one can tell that it holds. Its numbers, and the words in `says`, have to stand in a test that carries the
 * row's id in its title and lies in one of the files in `shown` (under test/, without the ending).
 */
export type Row = { id: string; example: string } & (
  | { shown: readonly string[]; says?: readonly string[] }
  | { waitsFor: Capability }
);
