import { z } from 'zod';

/**
 * What a device follows. `all`: every customer · `owner:ID`: those of one member · `team:NAME`: those of a team, `team:` those of
 * none · `recent`: the newest changed · `pin:CLIENT`: those whom this client has looked up.
 */
export const Scope = z
  .string()
  .max(400)
  .regex(/^(?:all|recent|owner:.+|team:.*|pin:.+)$/u);
export type Scope = z.infer<typeof Scope>;

/** What a snapshot can be asked for: a scope, or first of all those who need something soon. */
export const SnapshotScope = z.union([z.literal('due'), Scope]);
export type SnapshotScope = z.infer<typeof SnapshotScope>;

/**
 * How much of a workspace a device holds. `kept`: customers of a whole workspace, or of a rep's teams; beyond it the device holds
 * their own, the newest changed and those whom it has looked up.
 */
export const HELD = { kept: 100_000, due: 500, recent: 5_000, pins: 5_000 } as const;
