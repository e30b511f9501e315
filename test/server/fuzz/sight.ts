import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { Page, Profile } from './profile.ts';
import type { Click } from './sim.ts';

/** What must never be. Anything else that is thrown is a fault of the program itself. */
export class Violation extends Error {
  override name = 'Violation';
}

type Known = Map<string, 'shown' | 'vanished'>;

/**
 * Watches what a rep sees: a click of their own that was shown never goes, unless it was refused or taken back; one of a colleague
 * never goes and comes back.
 */
export const createSight = ({ note }: { note: (text: string) => void }) => {
  const byProfile = new Map<Profile, Known>();
  const moved = new Set<string>();
  const knownTo = (profile: Profile): Known => {
    const known = byProfile.get(profile) ?? new Map();
    byProfile.set(profile, known);
    return known;
  };
  return {
    /** Something befell this browser, or the server, after which it may show less than before. */
    forgive: (profile: Profile): void => {
      byProfile.delete(profile);
    },
    /** Nothing more is expected of what is shown of this customer. */
    forgiveCustomer: (customer: string): void => {
      moved.add(customer);
    },
    /** The same as `forgive`, for everybody. */
    forgiveAll: (): void => byProfile.clear(),
    see: async (
      profile: Profile,
      page: Page,
      customer: string,
      shown: CustomerRecord | null,
      clicks: readonly Click[],
    ): Promise<void> => {
      if (moved.has(customer)) return;
      const known = knownTo(profile);
      const here = new Set(shown?.timeline.map(({ id }) => id));
      const undone = new Set(clicks.flatMap(({ target }) => target ?? []));
      for (const { id, kind, by, customer: whose } of clicks) {
        if (whose !== customer || (kind !== 'event' && kind !== 'stage') || undone.has(id)) continue;
        const before = known.get(id);
        if (here.has(id)) {
          if (before === 'vanished')
            throw new Violation(`${profile.name}: ${id} of ${customer} had gone, and is back`);
          known.set(id, 'shown');
        } else if (before === 'shown') {
          const row = await page.dbs.outbox.mutations.get(id).catch(() => undefined);
          if (page.life.isOver() || row?.state === 'parked') known.delete(id);
          else if (by === profile)
            throw new Violation(`${profile.name}: its own ${id} of ${customer} has gone`);
          else {
            note(`${profile.name} no longer sees ${id}`);
            known.set(id, 'vanished');
          }
        }
      }
    },
  };
};
