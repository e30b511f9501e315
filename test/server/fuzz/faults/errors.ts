import { sql } from 'kysely';
import type { Kind } from '../classes.ts';
import { Violation } from '../sight.ts';
import { signIn } from '../sign-in.ts';
import type { Fault } from './fault.ts';

const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: { code, message: 'not now' } }, { status, headers });

const answers: readonly { kind: Kind; make: () => Response }[] = [
  { kind: 'busy', make: () => refusal(503, 'busy', { 'Retry-After': '1' }) },
  { kind: 'too-many', make: () => refusal(429, 'too-many', { 'Retry-After': '5' }) },
  { kind: 'failed', make: () => refusal(500, 'internal') },
  { kind: 'garbled', make: () => new Response('<html>Bad gateway</html>', { status: 502 }) },
  { kind: 'garbled', make: () => new Response('{"results":[]}', { status: 200 }) },
];

/** A server, or something in front of it, that answers what helps nobody. */
export const errors: readonly Fault[] = [
  {
    class: 'errors',
    weight: 5,
    run: async (sim) => {
      const profile = sim.someone();
      const { kind, make } = sim.chance.pick(answers);
      const path = sim.chance.pick(['/sync/hello', '/sync/push', '/sync/pull', '/sync/snapshot']);
      const before = profile.line.fate;
      profile.line.fate = async (asked) => {
        if (!asked.startsWith(path)) return 'arrives';
        sim.happened(kind);
        return make();
      };
      await sim.click(profile);
      await sim.sync(profile);
      profile.line.fate = before;
    },
  },
  {
    class: 'errors',
    // Nine exchanges: rarer than it would have to be otherwise.
    weight: 1,
    // The trigger is in the words of SQLite.
    can: (sim) => sim.server.store.kind === 'sqlite',
    run: async (sim) => {
      // The server fails at one mutation, and at nothing else, for more than a day.
      const profile = sim.someone();
      const poison = await sim.click(profile, undefined, 'event');
      if (!poison) return;
      const { store } = sim.server;
      await store.write((tx) =>
        sql`create trigger poison before insert on mutations when new.id = ${sql.lit(poison.id)}
            begin select raise(fail, 'poison'); end`.execute(tx),
      );
      const behind = await sim.click(profile, undefined, 'event');
      sim.healthy(profile);
      // A copy whose token the other one has renewed is signed out, and then nothing is counted ([S20]).
      await signIn(sim, profile);
      for (let tries = 1; tries < 10; tries += 1) await sim.sync(profile);
      sim.clock.now += 25 * 3_600_000;
      await sim.sync(profile);
      await sim.sync(profile);
      sim.troubled(profile);
      await store.write((tx) => sql`drop trigger poison`.execute(tx));
      const { mutations } = profile.page().dbs.outbox;
      const [stuck, next] = await mutations.bulkGet([poison.id, behind?.id ?? '']);
      // Somebody else may have sent the same: a copy of this profile.
      if (stuck?.state === 'queued')
        throw new Violation(`${profile.name}: ${poison.id} is not parked after a day`);
      if (behind && next?.state === 'queued')
        throw new Violation(`${profile.name}: ${behind.id} waits behind poison`);
      sim.happened('poison');
    },
  },
];
