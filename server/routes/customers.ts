import { createRoute, z } from '@hono/zod-openapi';
import { CustomerRecord, type TimelineEntry } from '#lib/contract/customer.ts';
import { Id } from '#lib/contract/primitives.ts';
import { EventsPage } from '#lib/contract/sync.ts';
import type { Session } from '../auth/sessions.ts';
import { answers, signedIn } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { fromRow, toEntry } from '../ingest/events.ts';
import { RECORD, type RecordRow, recordOf } from '../ingest/page-text.ts';
import { inSight, sightOf } from '../ingest/sight.ts';
import type { Tx } from '../store/store.ts';

const PAGE = 50;

const one = createRoute({
  method: 'get',
  path: '/customers/{id}',
  summary: 'One customer',
  security: signedIn,
  request: { params: z.object({ id: Id }) },
  responses: answers(
    z.object({ epoch: z.uuid(), serverTime: z.number().int(), customer: CustomerRecord }),
    'The customer as in a pull',
  ),
});

const events = createRoute({
  method: 'get',
  path: '/customers/{id}/events',
  summary: 'Older timeline entries, newest first',
  security: signedIn,
  request: { params: z.object({ id: Id }), query: z.object({ before: z.string().max(200).optional() }) },
  responses: answers(EventsPage, 'Up to 50 entries; `before` leads to the next page, if there is one'),
});

/** `<at>.<id>` of the last entry of a page; `<at>` alone also works, for all before that instant. */
const readBefore = (before: string | undefined): { at: number; id: string } | null => {
  if (before === undefined) return null;
  const [, at, id] = before.match(/^(\d{1,16})(?:\.(\P{Cc}+))?$/u) ?? [];
  if (at === undefined) throw new Refused('invalid', { message: 'before: not an instant or a page mark.' });
  return { at: Number(at), id: id ?? '' };
};

const readEntries = async (
  tx: Tx,
  customer: string,
  before: { at: number; id: string } | null,
): Promise<TimelineEntry[]> => {
  let query = tx.selectFrom('events').selectAll().where('customer_id', '=', customer);
  if (before) {
    query = query.where((e) =>
      e.or([e('at', '<', before.at), e.and([e('at', '=', before.at), e('id', '<', before.id)])]),
    );
  }
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  return rows.map((row) => toEntry(fromRow(row)));
};

export const customerRoutes = (app: App, deps: AppDeps): void => {
  /** [S74] A customer whom this member may see, and what is read of them at the same moment. */
  const look = <T>({ member }: Session, id: string, read: (tx: Tx, row: RecordRow) => Promise<T> | T) =>
    deps.store.read(async (tx) => {
      const { epoch, byTeams } = await deps.playbooks(tx);
      const row = await tx
        .selectFrom('customers')
        .select(RECORD)
        .where('id', '=', id)
        .where('gone', '=', 0)
        .where(inSight(sightOf(member, byTeams)))
        .executeTakeFirst();
      if (!row) throw new Refused('not-found', { message: 'There is no such customer.' });
      return { epoch, serverTime: deps.now(), found: await read(tx, row) };
    });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const session = c.get('session');
    const { found: customer, ...stamp } = await look(session, id, (_, row) => recordOf(row));
    deps.readings.looked(session, 'customer-read', id);
    return c.json({ ...stamp, customer }, 200);
  });
  app.openapi(events, async (c) => {
    const { id } = c.req.valid('param');
    const session = c.get('session');
    const before = readBefore(c.req.valid('query').before);
    const { found, ...stamp } = await look(session, id, (tx) => readEntries(tx, id, before));
    deps.readings.looked(session, 'history-read', id);
    const entries = found.slice(0, PAGE);
    const last = entries.at(-1);
    const mark = found.length > PAGE && last ? { before: `${last.at}.${last.id}` } : {};
    return c.json({ ...stamp, entries, ...mark }, 200);
  });
};
