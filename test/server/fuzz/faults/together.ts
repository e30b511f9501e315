import type { Fault } from './fault.ts';

/** Panel, tabs and worker at once; one that was frozen wakes with what it had asked for long ago. */
export const together: readonly Fault[] = [
  {
    class: 'together',
    weight: 6,
    run: async (sim) => {
      const profile = sim.someone();
      const pages = [profile.page(), profile.open()];
      if (sim.chance.of(0.3)) pages.push(profile.open());
      await Promise.all([
        ...pages.map((page) => sim.sync(profile, page)),
        ...pages.map((page) => sim.click(profile, page)),
      ]);
      sim.happened('pages-at-once');
      for (const page of profile.pages.splice(1)) page.close();
    },
  },
  {
    class: 'together',
    weight: 4,
    run: async (sim) => {
      const profile = sim.someone();
      const awake = profile.page();
      const sleeper = profile.open();
      const { promise, resolve } = Promise.withResolvers<void>();
      sleeper.frozen = promise;
      const asleep = sim.sync(profile, sleeper);
      for (let turns = 20 + sim.chance.below(40); turns > 0; turns -= 1) await new Promise(setImmediate);
      for (let steps = 1 + sim.chance.below(2); steps > 0; steps -= 1) {
        await sim.click(sim.someone());
        await sim.sync(sim.someone());
        await sim.sync(profile, awake);
      }
      resolve();
      sleeper.frozen = null;
      await asleep;
      sim.happened('frozen-woke');
      await sim.look(profile, sim.chance.pick(sim.customers));
      for (const page of profile.pages.splice(0)) if (page !== awake) page.close();
      profile.pages.push(awake);
    },
  },
];
