import type { Kind } from '../classes.ts';
import type { Fault } from './fault.ts';

/** Which part of the work was cut off, by the request that was not made any more. */
const partOf = (at: string): Kind => {
  if (at === 'mirror') return 'killed-in-mirror';
  if (at === 'network' || at === 'settings') return 'killed-in-network';
  if (/ (mutations|client)$/.test(at)) return 'killed-in-outbox';
  return / (heads|packs)$/.test(at) ? 'killed-in-upkeep' : 'killed-in-page';
};

/** The browser is killed at any step from the click to the page that shows it, and to the packing of what came. */
export const kill: readonly Fault[] = [
  {
    class: 'kill',
    weight: 12,
    run: async (sim) => {
      const profile = sim.someone();
      // So that there is something new to be heard in the middle of.
      const other = sim.someone();
      if (other !== profile && (await sim.click(other))) await sim.sync(other);
      const page = profile.page();
      page.life.dieIn(sim.chance.below(sim.chance.pick([15, 45, 90])));
      await Promise.all([sim.sync(profile, page), sim.click(profile, page)]);
      const at = page.life.diedAt();
      if (at !== null) {
        sim.note(`${profile.name} was killed at: ${at}`);
        sim.happened(partOf(at));
      }
      profile.close();
    },
  },
];
