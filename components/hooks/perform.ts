import type { Dispatch, Intent, Recording } from '#components/model.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { discardParked, enqueue, retryParked } from '#lib/cache/outbox.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { requestSite } from '#lib/platform/sites.ts';
import { outboxDeps } from '#lib/platform/sync-deps.ts';

/** Where an event that a rep recorded in the panel comes from. */
const SOURCE = 'suki:panel';

export type PerformContext = {
  dbs: Dbs;
  /** The customer in view; null when there is none. */
  customer: string | null;
  /** The rep's name, for the timeline until the server writes its own. */
  by: string | null;
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

  const record = ({ id, type, data }: Recording) => {
    const { customer, by } = context;
    if (!customer) return Promise.resolve();
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
      (_, at) => ({ customer, event: event(at) as unknown as SukiEvent }),
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
      case 'retry-parked':
        return retryParked(deps, intent.id);
      case 'discard-parked':
        return discardParked(deps, intent.id);
      case 'export-parked': {
        const parked = await context.dbs.outbox.mutations.where('state').equals('parked').toArray();
        return context.save('suki-refused.json', JSON.stringify(parked, null, 2));
      }
    }
  };
  return (intent) => {
    perform(intent).catch(context.fail);
  };
};
