import './quick.ts';
import { faults } from './faults/index.ts';
import { expectAllWell } from './oracle.ts';
import { dropDatabase } from './quick.ts';
import { createSim, type Sim, type SimOptions } from './sim.ts';

/** Short days and long ones. */
const STEPS = { least: 3, most: 7 };
/** How much oftener what belongs to the one class happens that a run is about. */
const EMPHASIS = 10;

const pick = (sim: Sim) => {
  const possible = faults
    .filter(({ can }) => can === undefined || can(sim))
    .map((fault) => ({ fault, weight: fault.weight * (fault.class === sim.only ? EMPHASIS : 1) }));
  let left = sim.chance.below(possible.reduce((sum, { weight }) => sum + weight, 0));
  const found = possible.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  if (!found) throw new Error('there is always something that can go wrong');
  return found.fault;
};

/** Lives through one day and looks whether all is well after it. Throws a Violation when it is not. */
export const live = async (options: SimOptions, watch: (sim: Sim) => void): Promise<void> => {
  const sim = await createSim(options);
  watch(sim);
  try {
    sim.join();
    sim.join();
    if (sim.chance.of(0.3)) sim.join();
    // As somebody does at night.
    if (sim.chance.of(0.3)) await sim.backUp();
    for (let left = STEPS.least + sim.chance.below(1 + STEPS.most - STEPS.least); left > 0; left -= 1) {
      sim.clock.now += 1 + sim.chance.below(30_000);
      const dice = sim.chance.below(100);
      const profile = sim.someone();
      if (dice < 25) await sim.click(profile);
      else if (dice < 45) await sim.sync(profile);
      else {
        const fault = pick(sim);
        sim.note(`— ${fault.class}`);
        await fault.run(sim);
      }
      if (sim.chance.of(0.3)) await sim.look(sim.someone(), sim.chance.pick(sim.customers));
    }
    await expectAllWell(sim);
  } finally {
    await sim.close();
    dropDatabase();
  }
};
