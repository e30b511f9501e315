import type { Exchanged } from '#lib/sync/cycle.ts';
import type { Profile } from './profile.ts';
import type { Sim } from './sim.ts';

/** One exchange after which the browser is signed in: who has to be paired again is. What waits in the outbox stays. */
export const signIn = async (sim: Sim, profile: Profile): Promise<Exchanged> => {
  const done = await sim.sync(profile);
  const isOut = !done.ok && (done.error.code === 'unauthorised' || done.error.code === 'device-revoked');
  if (isOut) await sim.pairAgain(profile);
  return done;
};
