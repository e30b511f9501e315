import { renewEpoch } from '#server/store/workspace.ts';
import type { Fault } from './fault.ts';

const DAY = 86_400_000;

/** The server is put back to an earlier day, and is told so or not. What was acknowledged since is pushed again. */
export const restore: readonly Fault[] = [
  { class: 'restore', weight: 3, run: (sim) => sim.backUp() },
  {
    class: 'restore',
    weight: 10,
    can: (sim) => sim.backupAge() < 6 * DAY,
    run: async (sim) => {
      const says = sim.chance.of(0.6);
      for (const profile of sim.profiles) sim.sight.forgive(profile);
      await sim.restore(async ({ store }) => {
        if (says) await renewEpoch(store, sim.chance.uuid);
      });
      sim.happened(says ? 'restored-anew' : 'restored-unsaid');
    },
  },
];
