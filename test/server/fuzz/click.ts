import { lookUp } from '#lib/cache/look-up.ts';
import { enqueue } from '#lib/cache/outbox.ts';
import type { Assignment } from '#lib/contract/mutations.ts';
import type { Page } from './profile.ts';

export type ClickKind = 'create' | 'event' | 'undo' | 'tag' | 'assign' | 'stage';
/** What a rep does, the commonest more often. */
export const KINDS: readonly ClickKind[] = [
  ...(['event', 'event', 'event', 'event', 'undo', 'undo'] as const),
  ...(['create', 'tag', 'assign', 'stage'] as const),
];

const DAY = 86_400_000;

type Asked = {
  kind: ClickKind;
  page: Page;
  customer: string;
  address: string;
  target?: string | undefined;
  to?: Assignment | undefined;
};

/** What the rep sees of a customer, for a change that names it. */
const shown = async (page: Page, address: string) => (await lookUp(page.dbs, [address])).get(address)?.record;

/** Puts what the rep clicked into the outbox of the page. @returns its id; rejects when it was not made */
export const makeClick = async ({ kind, page, customer, address, target, to }: Asked): Promise<string> => {
  const { outbox } = page;
  switch (kind) {
    case 'create':
      return enqueue(outbox, 'customer.create', customer, (_, at) => ({
        customer,
        profile: { name: customer, addresses: [address], createdAt: at },
      }));
    case 'undo':
      return enqueue(outbox, 'event.undo', customer, () => ({ customer, event: target ?? '' }));
    case 'tag':
      // Its own id, so that it can be found.
      return enqueue(outbox, 'customer.tags', customer, (id) => ({ customer, add: [id], remove: [] }));
    case 'assign': {
      const { owner = null, team = null } = (await shown(page, address))?.profile ?? {};
      return enqueue(outbox, 'customer.assign', customer, () => ({
        customer,
        to: to ?? { owner: null, team: null },
        base: { owner, team },
      }));
    }
    case 'stage': {
      const before = (await shown(page, address))?.timeline.find(({ type }) => type === 'Stage Overridden');
      return enqueue(outbox, 'event.record', customer, (id, at) => ({
        customer,
        base: before?.id ?? null,
        event: {
          ...{ id, source: 'suki:panel', subject: customer, at },
          type: 'Stage Overridden',
          data: { to: 'engage', reason: 'they called', until: at + DAY },
        },
      }));
    }
    case 'event':
      return enqueue(outbox, 'event.record', customer, (id, at) => ({
        customer,
        event: {
          ...{ id, source: 'suki:panel', subject: customer, at },
          type: 'Complaint Raised',
          data: { ref: id, text: 'late' },
        },
      }));
  }
};
