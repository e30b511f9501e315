import type { Fault } from './fault.ts';

/** What comes late, and a server that is killed in the middle of a request. Lost and doubled answers are in the line of each day. */
export const network: readonly Fault[] = [
  {
    class: 'network',
    weight: 3,
    run: async (sim) => {
      const profile = sim.someone();
      sim.note(`${profile.name}: ${profile.line.waiting()} late requests arrive`);
      await profile.line.deliver();
    },
  },
  {
    class: 'network',
    weight: 3,
    run: async (sim) => {
      const profile = sim.someone();
      await sim.click(profile);
      const syncing = sim.profiles.map((one) => sim.sync(one));
      for (let turns = sim.chance.below(60); turns > 0; turns -= 1) await new Promise(setImmediate);
      await sim.crash();
      sim.happened('server-killed');
      await Promise.all(syncing);
    },
  },
  { class: 'network', weight: 1, run: (sim) => sim.restart() },
];
