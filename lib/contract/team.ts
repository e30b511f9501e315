import { z } from 'zod';
import { Id, Instant, ShortText } from './primitives.ts';
import { Member } from './sync.ts';

const answer = { epoch: z.uuid(), serverTime: Instant };
const Role = Member.shape.role;
const Name = z.string().trim().min(1).max(120);
/** A team's name. Whoever is in several sees the customers of each. */
const Team = ShortText.trim().min(1);
const Teams = z.array(Team).max(50);

/** A paired browser. */
export const Device = z.object({
  id: Id,
  name: z.string(),
  member: z.string(),
  memberId: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;
/** Oldest first. */
export const DevicesAnswer = z.object({ ...answer, devices: z.array(Device) });

export const TeamMember = z.object({
  ...Member.required().shape,
  /** How many are signed in. None, and no open invitation: they have left. */
  devices: z.number().int(),
  /** Of any of their devices, also of one that is signed out; null: never here. */
  lastSeenAt: Instant.nullable(),
  /** Until when a link that nobody has used yet can be; null: there is none. */
  invitedUntil: Instant.nullable(),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const TeamAnswer = z.object({
  ...answer,
  /** By name. */
  members: z.array(TeamMember),
  /** Reps and readers see the customers of their teams, those of no team, and their own; otherwise everybody. */
  scoping: z.boolean(),
  /** Names in use, of members or of customers. */
  teams: z.array(z.string()),
});
export type TeamAnswer = z.infer<typeof TeamAnswer>;

/** What is left out stays as it is. */
export const MemberChange = z.object({ role: Role.optional(), teams: Teams.optional() });
export type MemberChange = z.infer<typeof MemberChange>;
export const ScopingRequest = z.object({ on: z.boolean() });

/** Somebody of that name who is known gets a link for one more browser, and the role and teams that are given. */
export const InviteRequest = z.object({ name: Name, role: Role.optional(), teams: Teams.optional() });
export type InviteRequest = z.infer<typeof InviteRequest>;
/** The link is `…/pair/CODE`, at the server's public address if it knows that. */
export const InviteAnswer = z.object({
  ...answer,
  code: z.string(),
  publicUrl: z.string().optional(),
  expiresAt: Instant,
});
export type InviteAnswer = z.infer<typeof InviteAnswer>;
export const DoneAnswer = z.object(answer);

const what = <A extends string, D extends z.ZodRawShape>(action: A, detail: D) =>
  z.object({ action: z.literal(action), detail: z.object(detail) });
const count = z.number().int();
/** The colleague whom it is about, by name. */
const of = z.string();

/**
 * What the audit trail knows. Each change by itself and never the words in it; `read` sums up what a device was sent in an
 * hour; a look-up, older history and one customer are noted by customer, with how often in an hour.
 */
export const AuditWhat = z.discriminatedUnion('action', [
  what('changed', { mutation: z.string(), event: z.string().optional() }),
  what('read', { customers: count }),
  what('found', { times: count }),
  what('customer-read', { times: count }),
  what('history-read', { times: count }),
  what('invite-made', { of }),
  what('invite-revoked', { of }),
  what('paired', {}),
  what('left', {}),
  what('device-revoked', { of, name: z.string() }),
  what('member-changed', { of, role: Role.optional(), teams: z.array(z.string()).optional() }),
  what('member-removed', { of, devices: count }),
  what('scoping-changed', { on: z.boolean() }),
  what('playbook-published', { version: count }),
  what('playbook-reverted', { version: count, to: count }),
  what('report-sent', { host: z.string(), code: z.string() }),
  what('import-started', { kind: z.string() }),
  what('import-finished', { kind: z.string(), created: count, updated: count, rejected: count }),
  what('nightly', {}),
  what('backup', {}),
  what('restore', {}),
  what('new-epoch', {}),
]);
export type AuditWhat = z.infer<typeof AuditWhat>;
export type AuditAction = AuditWhat['action'];
export const auditActions: readonly AuditAction[] = AuditWhat.options.map(({ shape }) => shape.action.value);

const Named = z.object({ id: Id, name: z.string() });
export const AuditEntry = z
  .object({
    id: z.string(),
    at: Instant,
    /** Null: the operator of the server, or the server itself. */
    member: Named.nullable(),
    device: Named.nullable(),
    /** `name` is their id when there is no record any more. */
    customer: Named.nullable(),
  })
  .and(AuditWhat);
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditQuery = z.object({
  /** The mark of a page; what is older than it. */
  before: z.string().max(300).optional(),
  since: z.coerce.number().int().min(0).optional(),
  /** Their id, or their name. */
  member: z.string().min(1).max(128).optional(),
  customer: Id.optional(),
  action: z.enum(AuditWhat.options.map(({ shape }) => shape.action.value)).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
/** Newest first, up to 100; `before` leads to the next page, if there is one. */
export const AuditPage = z.object({ ...answer, entries: z.array(AuditEntry), before: z.string().optional() });
export type AuditPage = z.infer<typeof AuditPage>;
