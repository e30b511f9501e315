import type { Profile } from '../profile.ts';
import type { Sim } from '../sim.ts';
import type { Fault } from './fault.ts';

/** A browser whose clicks are in both homes: only then may one of them be lost. */
const someoneSafe = async (sim: Sim): Promise<Profile | null> => {
  const profile = sim.someone();
  const { outbox } = profile.page().dbs;
  const unsettled = await outbox.mutations.where('state').anyOf('queued', 'parked').primaryKeys();
  return unsettled.every((id) => profile.mirrored.has(id)) ? profile : null;
};

/** Copied profiles, and databases that were rolled back or thrown away. */
export const fork: readonly Fault[] = [
  {
    class: 'fork',
    weight: 2,
    can: (sim) => sim.profiles.length < 5,
    run: async (sim) => {
      const profile = sim.someone();
      await sim.copy(profile);
      sim.happened('profile-copied');
    },
  },
  {
    class: 'fork',
    weight: 2,
    run: async (sim) => {
      const profile = sim.someone();
      const saved = await sim.saveOutbox(profile);
      for (let steps = 1 + sim.chance.below(3); steps > 0; steps -= 1) {
        await sim.click(profile);
        await sim.sync(profile);
      }
      const { outbox } = profile.page().dbs;
      const unsettled = await outbox.mutations.where('state').anyOf('queued', 'parked').primaryKeys();
      const isSafe = unsettled.every((id) => profile.mirrored.has(id) || saved.has(id));
      if (!isSafe) return;
      await saved.putBack();
      sim.unring(profile);
      // What only the other home holds shows again once both have been brought together.
      sim.sight.forgive(profile);
      sim.happened('outbox-rolled-back');
    },
  },
  {
    class: 'fork',
    weight: 2,
    run: async (sim) => {
      const profile = await someoneSafe(sim);
      if (!profile) return;
      sim.note(`${profile.name} loses its outbox`);
      profile.dropOutbox();
      sim.unring(profile);
      sim.sight.forgive(profile);
      sim.happened('outbox-deleted');
      // Until both homes agree again, the other one must stay.
      await sim.bringTogether(profile);
    },
  },
  {
    class: 'fork',
    weight: 2,
    run: async (sim) => {
      const profile = sim.someone();
      const { mutations } = profile.page().dbs.outbox;
      const held = await mutations.bulkGet([...profile.mirrored.keys()]);
      // What the outbox lost when it was rolled back may be in the second home alone.
      if (held.includes(undefined)) return;
      sim.note(`${profile.name} loses its second home`);
      profile.close();
      profile.mirrored.clear();
      sim.happened('mirror-deleted');
      await sim.bringTogether(profile);
    },
  },
];
