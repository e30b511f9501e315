import { z } from 'zod';
import { Persona } from './persona.ts';
import { Play, Playbook, Policy } from './playbook.ts';
import { Id, Instant, Words } from './primitives.ts';

/** What an admin may change of a playbook. Outcomes and the value model are counted, never edited. */
export const PlaybookDraft = z.object({
  plays: z.array(Play).max(300),
  policy: Policy,
  personas: z.array(Persona).max(20),
});
export type PlaybookDraft = z.infer<typeof PlaybookDraft>;

/** What is wrong with a playbook, where, and how to mend it. `play` null: it is about the playbook as a whole. */
export const Finding = z.object({
  play: z.string().nullable(),
  /** The place inside the play (`text.draft`, `triggers.0.event`) or the playbook (`policy.stages.retain.enter`). */
  path: z.string(),
  message: z.string(),
  mend: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** One line of a playbook's history. */
export const PlaybookVersion = z.object({
  version: z.number().int(),
  at: Instant,
  by: z.string().nullable(),
  note: z.string(),
  plays: z.number().int(),
});
export type PlaybookVersion = z.infer<typeof PlaybookVersion>;
/** The playbook as it is now, and its versions, newest first. */
export const PlaybookHistory = z.object({ playbook: Playbook, versions: z.array(PlaybookVersion) });
export type PlaybookHistory = z.infer<typeof PlaybookHistory>;

/** `base`: the version that was edited; somebody else's newer one is never overwritten unseen. */
export const PublishRequest = z.object({
  base: z.number().int(),
  /** Parsed again on its own, so that every fault comes back with its place. */
  draft: z.unknown(),
  note: Words.max(200),
});
export type PublishRequest = z.infer<typeof PublishRequest>;
export const PublishAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('published'), version: z.number().int() }),
  z.object({ status: z.literal('refused'), findings: z.array(Finding).min(1) }),
  z.object({ status: z.literal('newer'), version: z.number().int(), by: z.string().nullable() }),
]);
export type PublishAnswer = z.infer<typeof PublishAnswer>;

export const RevertRequest = z.object({ base: z.number().int(), to: z.number().int() });
export type RevertRequest = z.infer<typeof RevertRequest>;

/** Whom would this play be the next action of, or at least a candidate, today? */
export const PreviewRequest = z.object({ draft: z.unknown(), play: Id });
export type PreviewRequest = z.infer<typeof PreviewRequest>;
export const PreviewAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('counted'),
    /** Customers looked at, those for whom it fires unhindered, and those for whom it would be the top card. */
    customers: z.number().int(),
    fires: z.number().int(),
    top: z.number().int(),
    /** Held back, by guard. */
    blocked: z.record(z.string(), z.number().int()),
    /** The first ten for whom it fires. */
    examples: z.array(z.object({ id: Id, name: z.string(), why: z.unknown() })).max(10),
  }),
  z.object({ status: z.literal('refused'), findings: z.array(Finding).min(1) }),
]);
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;

/** A suggestion that somebody turned down because what we know is wrong: a fault of our data, for who can mend it. */
export const Doubt = z.object({
  event: Id,
  at: Instant,
  by: z.string().nullable(),
  customer: z.object({ id: Id, name: z.string() }),
  play: Id,
  /** Which fact; null: they did not say. */
  fact: z.string().nullable(),
});
export type Doubt = z.infer<typeof Doubt>;
/** Those of the last 90 days, newest first, at most 200. */
export const DoubtsAnswer = z.object({ doubts: z.array(Doubt).max(200) });
export type DoubtsAnswer = z.infer<typeof DoubtsAnswer>;
