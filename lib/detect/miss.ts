import type { Miss, PageReading } from './types.ts';

/** What a host says of a page on which it finds nobody. */
export const missOf = (
  { id, version }: { id: string; version: string },
  miss: Miss,
  self: string[] = [],
): PageReading => ({ host: id, version, self, kind: 'miss', miss });
