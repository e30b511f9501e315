import type { Dispatch, Intent, Recording } from '#components/model.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { discardParked, enqueue, retryParked } from '#lib/cache/outbox.ts';
import type { OutboxRow } from '#lib/cache/outbox-db.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { requestSite } from '#lib/platform/sites.ts';
import { outboxDeps } from '#lib/platform/sync-deps.ts';

/** Where an event that a rep recorded in the panel comes from. */
const SOURCE = 'suki:panel';

/**
 * What the rep did and the server refused, as a file: their own words, as they were sent. What the server or a colleague said to it
 * is not in it.
 */
const ownWords = (rows: readonly OutboxRow[]): string => {
  const changes = rows.flatMap((row) =>
    // Our own database, written by `enqueue`.
    row.state === 'parked' ? [{ ...(JSON.parse(row.body) as object), refused: row.code }] : [],
  );
  return JSON.stringify(changes, null, 2);
};

const setsStage = ({ type }: Recording): boolean =>
  type === 'Stage Overridden' || type === 'Stage Override Lifted';

export type PerformContext = {
  dbs: Dbs;
  /** The customer in view; null when there is none. */
  customer: string | null;
  /** The rep's name, for the timeline until the server writes its own. */
  by: string | null;
  /** The event of this customer's stage by hand, as the rep sees it now; null: none. Undefined: they are not in view. */
  inForce: (customer: string) => string | null | undefined;
  pick: (address: string) => void;
  reject: () => void;
  olderEvents: (before: string) => void;
  openOptions: () => void;
  /** Offers a text as a file. */
  save: (name: string, text: string) => void;
  fail: (error: unknown) => void;
};

/** Carries out what the rep asked for. A click is one transaction in the outbox; nothing waits for the network. */
export const createDispatch = (context: PerformContext): Dispatch => {
  const deps = outboxDeps(context.dbs.outbox);

  const record = (recording: Recording) => {
    const { id, type, data } = recording;
    const { customer, by } = context;
    if (!customer) return Promise.resolve();
    const base = setsStage(recording) ? context.inForce(customer) : undefined;
    const event = (at: number) => ({
      id,
      source: SOURCE,
      subject: customer,
      at,
      ...(by !== null && { by }),
      type,
      data,
    });
    // A recording keeps type and data together, which TypeScript forgets when they are taken apart.
    return enqueue(
      deps,
      'event.record',
      customer,
      (_, at) => ({
        customer,
        event: event(at) as unknown as SukiEvent,
        ...(base !== undefined && { base }),
      }),
      id,
    );
  };

  const perform = async (intent: Intent): Promise<unknown> => {
    switch (intent.do) {
      case 'record':
        return record(intent);
      case 'undo': {
        const { customer } = context;
        return customer && enqueue(deps, 'event.undo', customer, () => ({ customer, event: intent.event }));
      }
      case 'create': {
        const customer = deps.uuid();
        const { name, address, company } = intent;
        return enqueue(deps, 'customer.create', customer, (_id, at) => ({
          customer,
          profile: { name, addresses: [address], ...(company && { company }), createdAt: at },
        }));
      }
      case 'pick':
        return context.pick(intent.address);
      case 'wrong-person':
        return context.reject();
      case 'turn-on-site':
        // A question that was closed or cannot be asked leaves the site off, as the panel goes on to show.
        return requestSite(intent.origin).catch(() => false);
      case 'open-options':
        return context.openOptions();
      case 'older-events':
        return context.olderEvents(intent.before);
      case 'tags': {
        const { customer } = context;
        const { add, remove } = intent;
        return customer && enqueue(deps, 'customer.tags', customer, () => ({ customer, add, remove }));
      }
      case 'assign': {
        const { customer } = context;
        const { to, base } = intent;
        return customer && enqueue(deps, 'customer.assign', customer, () => ({ customer, to, base }));
      }
      case 'retry-parked':
        // One after the other: they go out in the order in which they are tried again.
        for (const id of intent.ids) await retryParked(deps, id);
        return;
      case 'discard-parked':
        for (const id of intent.ids) await discardParked(deps, id);
        return;
      case 'export-parked': {
        const rows = await context.dbs.outbox.mutations.bulkGet(intent.ids);
        return context.save('suki-refused.json', ownWords(rows.flatMap((row) => row ?? [])));
      }
    }
  };
  return (intent) => {
    perform(intent).catch(context.fail);
  };
};
