import { OPERATOR } from '#server/audit.ts';
import { changeMember } from '#server/auth/members.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { TEAMS } from '../template.ts';
import type { Fault } from './fault.ts';

/** A browser that joins, or begins anew, loads page by page while others write, and is killed in between. */
export const bootstrap: readonly Fault[] = [
  {
    class: 'bootstrap',
    weight: 3,
    can: (sim) => sim.hasSpare() && sim.profiles.length < 4,
    run: async (sim) => {
      const others = [...sim.profiles];
      const profile = sim.join();
      sim.happened('joined');
      for (let tries = 1 + sim.chance.below(3); tries > 0; tries -= 1) {
        const page = profile.page();
        page.life.dieIn(10 + sim.chance.below(40));
        const writer = sim.chance.pick(others);
        await sim.click(writer);
        await Promise.all([sim.sync(profile, page), sim.sync(writer)]);
        sim.happened('churn-in-bootstrap');
        if (page.life.diedAt() !== null) sim.happened('bootstrap-cut');
        profile.close();
      }
    },
  },
  {
    class: 'bootstrap',
    weight: 4,
    run: async (sim) => {
      // What somebody may see changes under them: their teams, or whether teams count at all.
      const { store } = sim.server;
      const deps = { now: () => sim.clock.now, uuid: sim.chance.uuid };
      if (sim.chance.of(0.3)) {
        sim.byTeams = !sim.byTeams;
        await setScoping(store, deps, sim.byTeams, OPERATOR);
        sim.note(`teams ${sim.byTeams ? 'count' : 'do not count'}`);
      } else {
        const { member } = sim.someone();
        const teams = TEAMS.filter(() => sim.chance.of(0.5));
        await changeMember(store, deps, member.id, { teams }, OPERATOR);
        sim.note(`${member.name} is of ${teams.join(', ') || 'no team'}`);
      }
      sim.sight.forgiveAll();
      sim.happened('sight-changed');
    },
  },
];
