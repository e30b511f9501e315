import { revokeDevice } from '#server/auth/devices.ts';
import { Violation } from '../sight.ts';
import type { Fault } from './fault.ts';

const DAY = 86_400_000;

/** Whoever is signed in changes, and for how long. */
export const tokens: readonly Fault[] = [
  {
    class: 'tokens',
    weight: 2,
    can: (sim) => sim.hasSpare(),
    run: async (sim) => {
      const profile = sim.someone();
      sim.unring(profile);
      sim.sight.forgive(profile);
      sim.pairAnew(profile);
      sim.happened('user-switched');
    },
  },
  {
    class: 'tokens',
    weight: 3,
    run: async (sim) => {
      // All tokens are over at once; whoever asks for a new one asks in vain for three days.
      sim.clock.now += 31 * DAY;
      sim.note('31 days go by');
      sim.happened('token-over');
      if (sim.chance.of(0.5)) return;
      const profile = sim.someone();
      const before = profile.line.fate;
      profile.line.fate = async (path) => (path === '/devices/self/token' ? 'request-lost' : 'arrives');
      for (let day = 0; day < 3; day += 1) {
        await sim.click(profile);
        await Promise.all([profile.page(), profile.open()].map((page) => sim.sync(profile, page)));
        for (const page of profile.pages.splice(1)) page.close();
        sim.clock.now += DAY;
      }
      profile.line.fate = before;
      sim.happened('renewal-down');
    },
  },
  {
    class: 'tokens',
    weight: 2,
    run: async (sim) => {
      const profile = sim.someone();
      await sim.click(profile);
      if (!(await revokeDevice(sim.server.store, sim.clock.now, profile.device))) return;
      sim.note(`${profile.name} is signed out by an admin`);
      sim.unring(profile);
      sim.sight.forgive(profile);
      sim.healthy(profile);
      await sim.sync(profile);
      sim.troubled(profile);
      const { cache, outbox } = profile.page().dbs;
      const held = await Promise.all(
        [cache.packs, cache.heads, cache.rows, cache.history].map((table) => table.count()),
      );
      if (held.some((n) => n > 0))
        throw new Violation(`${profile.name} was signed out, and still holds customers`);
      if ((await outbox.mutations.where('state').equals('queued').count()) > 0)
        throw new Violation(`${profile.name} was signed out, and what it had queued is not parked`);
      sim.happened('revoked');
      await sim.pairAgain(profile);
    },
  },
];
