import 'fake-indexeddb/auto';
import type { Mirror, MirrorRow, OutboxDeps } from '#lib/cache/outbox.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

let n = 0;
/** UUIDs that count up, so that a failing test reads well. */
export const uuids = () => {
  let i = 0;
  return () => `00000000-0000-4000-8000-${String(++i).padStart(12, '0')}`;
};

export const memoryMirror = (): Mirror & { rows: Map<string, MirrorRow> } => {
  const rows = new Map<string, MirrorRow>();
  return {
    rows,
    put: async (list) => list.forEach((row) => void rows.set(row.id, row)),
    remove: async (ids) => ids.forEach((id) => void rows.delete(id)),
    all: async () => [...rows.values()],
  };
};

export const makeOutbox = (mirror = memoryMirror()) => {
  const clock = { now: 1_790_000_000_000 };
  const deps: OutboxDeps & { mirror: typeof mirror } = {
    db: openOutboxDb(`outbox-${++n}`),
    mirror,
    now: () => clock.now,
    uuid: uuids(),
  };
  return { deps, clock };
};
