import { blockOpening } from '../quick.ts';
import type { Fault } from './fault.ts';

const failing = (name: string): DOMException => new DOMException('the disk says no', name);

/** The browser's own databases fail, are full, thrown away, or do not open. */
export const storage: readonly Fault[] = [
  {
    class: 'storage',
    weight: 4,
    run: async (sim) => {
      const profile = sim.someone();
      let left = sim.chance.below(40);
      profile.disk = () => {
        left -= 1;
        if (left !== 0) return null;
        sim.happened('unknown-error');
        return failing('UnknownError');
      };
      await Promise.all([sim.sync(profile), sim.click(profile)]);
      profile.disk = () => null;
    },
  },
  {
    class: 'storage',
    weight: 3,
    run: async (sim) => {
      // Full for the cache, and sometimes for the outbox too: then a click is not made, and says so.
      const profile = sim.someone();
      const forAll = sim.chance.of(0.3);
      profile.disk = (request, writes) => {
        if (!writes || (!forAll && /(mutations|client)$/.test(request))) return null;
        sim.happened('quota');
        return failing('QuotaExceededError');
      };
      await sim.sync(profile);
      await sim.click(profile);
      profile.disk = () => null;
    },
  },
  {
    class: 'storage',
    weight: 3,
    run: async (sim) => {
      const profile = sim.someone();
      sim.note(`${profile.name} loses its cache`);
      profile.dropCache();
      sim.sight.forgive(profile);
      sim.happened('cache-deleted');
    },
  },
  {
    class: 'storage',
    weight: 2,
    run: async (sim) => {
      const profile = sim.someone();
      profile.close();
      const free = blockOpening(profile.names[sim.chance.pick(['cache', 'outbox'] as const)]);
      await sim.sync(profile);
      await sim.click(profile);
      sim.happened('open-blocked');
      free();
      profile.close();
    },
  },
  {
    class: 'storage',
    weight: 2,
    run: async (sim) => {
      // The browser keeps no database at all for a while; what is unsettled has its second home.
      const profile = sim.someone();
      await sim.bringTogether(profile);
      sim.note(`${profile.name} has no databases`);
      profile.close();
      profile.inMemory = true;
      sim.unring(profile);
      sim.sight.forgive(profile);
      for (let steps = 1 + sim.chance.below(3); steps > 0; steps -= 1) {
        await sim.click(profile);
        if (sim.chance.of(0.5)) await sim.sync(profile);
        if (sim.chance.of(0.4)) {
          profile.close();
          sim.sight.forgive(profile);
        }
      }
      profile.close();
      profile.inMemory = false;
      // What it remembered of acknowledged clicks has gone with its pages.
      sim.unring(profile);
      sim.sight.forgive(profile);
      sim.happened('no-database');
      await sim.bringTogether(profile);
    },
  },
];
