import { purge } from '#server/jobs/purge.ts';
import type { Fault } from './fault.ts';

const DAY = 86_400_000;

/** One browser is away for 91 days, while the others go on and the server forgets. */
export const away: readonly Fault[] = [
  {
    class: 'away',
    weight: 1,
    run: async (sim) => {
      const absent = sim.someone();
      await sim.click(absent);
      const others = sim.profiles.filter((profile) => profile !== absent);
      sim.note(`${absent.name} is away for 91 days`);
      for (const days of [20, 25, 25, 21]) {
        sim.clock.now += days * DAY;
        const other = sim.chance.pick(others);
        await sim.click(other);
        await sim.sync(other);
      }
      await sim.remember();
      await purge(sim.server.store, sim.clock.now);
      sim.happened('ninety-one-days');
    },
  },
];
