import { z } from 'zod';
import { type AuditEntry, type AuditQuery, AuditWhat } from '#lib/contract/team.ts';
import { chunks } from './ingest/context.ts';
import { among } from './store/among.ts';
import type { Store, StoreKind, Tx } from './store/store.ts';

/** Who does something: a member with a device, or nobody of them, which is the operator. */
export type Actor = { member: string | null; device: string | null };
export const OPERATOR: Actor = { member: null, device: null };

/** How many entries a page holds. */
export const AUDIT_PAGE = 100;
/** How many days entries are kept, unless the operator says otherwise. */
export const AUDIT_DAYS = 400;
const DAY = 86_400_000;

export type AuditRow = { id: string; at: number; by: Actor; customer?: string | undefined } & AuditWhat;

/**
 * Writes down who did what, in the transaction that does it. Written again under its id, it stays as it was first: what makes
 * the change known (the id of a mutation, of a device) serves as id.
 */
export const audit = async (tx: Tx, { id, at, by, customer, action, detail }: AuditRow): Promise<void> => {
  await tx
    .insertInto('audit')
    .values({
      ...{ id, at, action, member_id: by.member, device_id: by.device, customer_id: customer ?? null },
      detail: JSON.stringify(detail),
    })
    .onConflict((c) => c.doNothing())
    .execute();
};

/** The same for what the operator does from the command line, and for what has no transaction of its own. */
export const auditOperator = (store: Store, at: number, what: AuditWhat): Promise<void> =>
  store.write((tx) => audit(tx, { id: `${what.action}:${at}`, at, by: OPERATOR, ...what }));

type Mark = { at: number; id: string };
/** The mark of a page as it was given out; null: it is none. */
export const readMark = (mark: string): Mark | null => {
  const [, at, id] = mark.match(/^(\d{1,16})\.(\P{Cc}+)$/u) ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id };
};

const Named = z.object({ name: z.string() });
const nameIn = (profile: string): string => Named.parse(JSON.parse(profile)).name;

/** The names of customers who are still there. */
const customerNames = async (
  tx: Tx,
  kind: StoreKind,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const some of chunks(ids, 500)) {
    const rows = await tx
      .selectFrom('customers')
      .select(['id', 'profile'])
      .where('gone', '=', 0)
      .where(among(kind, 'id', some))
      .execute();
    for (const { id, profile } of rows) names.set(id, nameIn(profile));
  }
  return names;
};

/** One page, newest first. @returns the mark of the next, if there is one */
export const readAudit = async (
  tx: Tx,
  kind: StoreKind,
  asked: Omit<AuditQuery, 'before'> & { before?: Mark | undefined },
): Promise<{ entries: AuditEntry[]; before?: string }> => {
  const { before, since, member, customer, action } = asked;
  let query = tx
    .selectFrom('audit')
    .leftJoin('members', 'members.id', 'audit.member_id')
    .leftJoin('devices', 'devices.id', 'audit.device_id')
    .select([
      ...(['audit.id', 'audit.at', 'audit.action', 'audit.detail'] as const),
      ...(['audit.member_id', 'audit.device_id', 'audit.customer_id'] as const),
      ...(['members.name as member', 'devices.name as device'] as const),
    ]);
  if (before)
    // The first of the two lets an index begin at the mark.
    query = query
      .where('audit.at', '<=', before.at)
      .where((e) =>
        e.or([
          e('audit.at', '<', before.at),
          e.and([e('audit.at', '=', before.at), e('audit.id', '<', before.id)]),
        ]),
      );
  if (since !== undefined) query = query.where('audit.at', '>=', since);
  if (member !== undefined) {
    const meant = await tx
      .selectFrom('members')
      .select('id')
      .where((e) => e.or([e('id', '=', member), e('name', '=', member)]))
      .executeTakeFirst();
    if (!meant) return { entries: [] };
    query = query.where('audit.member_id', '=', meant.id);
  }
  if (customer !== undefined) query = query.where('audit.customer_id', '=', customer);
  if (action !== undefined) query = query.where('audit.action', '=', action);
  const rows = await query
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(AUDIT_PAGE + 1)
    .execute();
  const shown = rows.slice(0, AUDIT_PAGE);
  const ids = new Set(shown.flatMap(({ customer_id }) => customer_id ?? []));
  const names = await customerNames(tx, kind, [...ids]);
  const named = (id: string | null, name: string | null | undefined) =>
    id === null ? null : { id, name: name ?? id };
  const entries = shown.map(
    (row): AuditEntry => ({
      ...{ id: row.id, at: row.at },
      member: named(row.member_id, row.member),
      device: named(row.device_id, row.device),
      customer: named(row.customer_id, names.get(row.customer_id ?? '')),
      ...AuditWhat.parse({ action: row.action, detail: JSON.parse(row.detail) }),
    }),
  );
  const last = entries.at(-1);
  return { entries, ...(rows.length > AUDIT_PAGE && last && { before: `${last.at}.${last.id}` }) };
};

/** Entries that are forgotten in one transaction, so that nobody waits long for it. */
const FORGOTTEN_AT_ONCE = 5_000;

/** Forgets what is older than `days`. */
export const purgeAudit = async (store: Store, now: number, days = AUDIT_DAYS): Promise<void> => {
  for (;;) {
    const gone = await store.write((tx) =>
      tx
        .deleteFrom('audit')
        .where('id', 'in', (e) =>
          e
            .selectFrom('audit')
            .select('id')
            .where('at', '<', now - days * DAY)
            .orderBy('at')
            .limit(FORGOTTEN_AT_ONCE),
        )
        .executeTakeFirst(),
    );
    if (gone.numDeletedRows < FORGOTTEN_AT_ONCE) return;
  }
};
