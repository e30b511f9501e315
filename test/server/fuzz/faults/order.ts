import type { Fault } from './fault.ts';

/** Several write while others read: nobody may read past a row that is not there yet. */
export const order: readonly Fault[] = [
  {
    class: 'order',
    weight: 5,
    run: async (sim) => {
      const writers = sim.profiles.filter(() => sim.chance.of(0.8));
      for (const writer of writers) await sim.click(writer);
      if (writers.length > 1) sim.happened('writers-at-once');
      await Promise.all(sim.profiles.map((profile) => sim.sync(profile)));
    },
  },
];
