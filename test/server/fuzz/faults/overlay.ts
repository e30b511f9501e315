import { readProgress } from '#lib/cache/cache.ts';
import { atLeast } from '#lib/contract/sync.ts';
import type { Fault } from './fault.ts';

/** The panel is looked at while all goes on: between the acknowledgement of a click and the pull that brings it. */
export const overlay: readonly Fault[] = [
  {
    class: 'overlay',
    weight: 6,
    run: async (sim) => {
      const profile = sim.someone();
      const click = await sim.click(profile);
      const customer = click?.customer ?? sim.chance.pick(sim.customers);
      const page = profile.page();
      let over = false;
      const syncing = sim.sync(profile).finally(() => {
        over = true;
      });
      while (!over) {
        await sim.look(profile, customer, page);
        sim.happened('look-during-sync');
        for (let turns = sim.chance.below(6); turns > 0; turns -= 1) await new Promise(setImmediate);
      }
      await syncing;
    },
  },
  {
    class: 'overlay',
    weight: 3,
    run: async (sim) => {
      // The push is answered, and the pull is not.
      const profile = sim.someone();
      const click = await sim.click(profile);
      const before = profile.line.fate;
      profile.line.fate = async (path) => (path === '/sync/pull' ? 'request-lost' : 'arrives');
      await sim.sync(profile);
      profile.line.fate = before;
      if (!click) return;
      const { cache, outbox } = profile.page().dbs;
      const row = await outbox.mutations.get(click.id);
      const cursor = (await readProgress(cache))?.cursor;
      if (row?.state === 'acked' && cursor && !atLeast(cursor, row.seq))
        sim.happened('look-while-acknowledged');
      await sim.look(profile, click.customer);
    },
  },
];
