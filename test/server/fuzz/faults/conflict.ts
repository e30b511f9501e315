import type { Fault } from './fault.ts';

/** Two set the same thing to different values before they hear of each other. */
export const conflict: readonly Fault[] = [
  {
    class: 'conflict',
    weight: 5,
    run: async (sim) => {
      const [one, other] = [sim.someone(), sim.someone()];
      if (one === other) return;
      const customer = sim.chance.pick(sim.customers);
      const kind = sim.chance.pick(['assign', 'stage', 'tag'] as const);
      for (const profile of [one, other]) await sim.click(profile, undefined, kind, customer);
      sim.happened('two-set-the-same');
      await Promise.all([one, other].map((profile) => sim.sync(profile)));
      for (const { name, ...profile } of [one, other]) {
        const rows = await profile.page().dbs.outbox.mutations.where('state').equals('parked').toArray();
        const shown = rows.filter((row) => row.state === 'parked' && row.code === 'conflict' && row.theirs);
        if (shown.length > 0) sim.happened('conflict-shown');
        for (const { id } of shown) sim.note(`${name}: ${id} met what a colleague had set`);
      }
    },
  },
];
