import { expect, it } from 'vitest';
import type { EngineName } from '../world.ts';
import type { Browser } from './browser.ts';
import { createChance } from './chance.ts';
import type { Fate } from './line.ts';
import { createWorld } from './world.ts';

// On SQLite and PostgreSQL as they are, test/server/fuzz lives through the days. One seed alone: SUKI_SEED=123 npx vitest run --project server test/server/client/random
const ONLY = process.env.SUKI_SEED;
const STEPS = 24;
const FATES: readonly Fate[] = ['request-lost', 'answer-lost', 'doubled', 'late'];

type Click = { id: string; customer: string; event?: string };

/**
 * A day of clicks, lost answers, killed browsers, copied profiles and restarted servers; in the end the network
 * heals, and every click is on the server once or parked where the rep sees it, and every cache is the server's.
 */
const live = async (engine: EngineName, seed: number): Promise<void> => {
  const chance = createChance(seed);
  const world = await createWorld(engine, chance.uuid);
  try {
    for (const name of ['Mia', 'Ben', 'Cara']) {
      const browser = await world.browser(name, name === 'Cara' ? 'founder' : 'rep');
      browser.skew = chance.below(600_000) - 300_000;
      browser.line.fate = async () => {
        for (let turns = chance.below(4); turns > 0; turns -= 1) await new Promise(setImmediate);
        return chance.of(0.3) ? chance.pick(FATES) : 'arrives';
      };
    }
    const customers: string[] = [];
    const events: { customer: string; event: string }[] = [];
    const clicks: Click[] = [];
    let hasCopy = false;

    const click = async (browser: Browser): Promise<void> => {
      const kind = customers.length === 0 ? 0 : chance.below(10);
      const customer = kind < 2 ? `c${customers.length}` : chance.pick(customers);
      const target = events.length > 0 && kind >= 8 ? chance.pick(events) : null;
      // A click whose transaction did not come to an end was not made: the panel says so.
      if (kind < 2) {
        const id = await browser.create(customer).catch(() => null);
        customers.push(customer);
        if (id !== null) clicks.push({ id, customer });
      } else if (target) {
        const id = await browser.undo(target.customer, target.event).catch(() => null);
        if (id !== null) clicks.push({ id, ...target });
      } else {
        const id = await browser.complain(customer).catch(() => null);
        if (id !== null) {
          clicks.push({ id, customer });
          events.push({ customer, event: id });
        }
      }
    };

    for (let step = 0; step < STEPS; step += 1) {
      world.clock.now += 1 + chance.below(30_000);
      const browser = chance.pick(world.browsers);
      const dice = chance.below(100);
      if (dice < 45) await click(browser);
      else if (dice < 60) expect([true, false]).toContain((await browser.sync()).ok);
      else if (dice < 70)
        await Promise.all(world.browsers.map((one) => (chance.of(0.7) ? one.sync() : click(one))));
      else if (dice < 75) await Promise.all([browser.sync(), browser.sync(), click(browser)]);
      else if (dice < 86) {
        browser.life.dieIn(chance.below(40));
        await Promise.all([browser.sync(), click(browser)]);
        browser.restart();
      } else if (dice < 90) browser.restart();
      else if (dice < 94) await browser.line.deliver();
      else if (dice < 97) await world.restart();
      else if (!hasCopy) {
        hasCopy = true;
        const twin = await world.copy(browser);
        twin.line.fate = browser.line.fate;
      }
    }

    for (const browser of world.browsers) {
      browser.line.fate = async () => 'arrives';
      browser.restart();
      await browser.line.deliver();
    }
    for (let round = 0; round < 3; round += 1) for (const browser of world.browsers) await browser.sync();
    for (const browser of world.browsers) {
      expect(await browser.sync(), browser.name).toMatchObject({ ok: true, pushed: 0 });
      expect(await browser.queued(), browser.name).toEqual([]);
    }

    const parked = new Set<string>();
    for (const browser of world.browsers) for (const row of await browser.parked()) parked.add(row.id);
    const { recorded, settled } = await world.onFile();
    const undone = new Set(clicks.flatMap(({ id, event }) => (event && settled.has(id) ? [event] : [])));
    for (const { id, customer, event } of clicks) {
      const about = `${event ? 'undo' : 'click'} ${id} of ${customer}`;
      expect([settled.has(id), parked.has(id)], about).toEqual([!parked.has(id), parked.has(id)]);
    }
    for (const { event } of events) {
      const times = settled.has(event) && !undone.has(event) ? 1 : 0;
      expect(recorded.get(event) ?? 0, `event ${event}`).toBe(times);
    }
    await world.expectInStep();
  } finally {
    await world.close();
  }
};

it.each([['serializable', 8]] as const)(
  'on %s, %i random days lose no click and double none',
  { timeout: 180_000 },
  async (engine, runs) => {
    const first = 1 + Math.floor(Math.random() * 1e9);
    for (let seed = first; seed < first + runs; seed += 1) {
      const used = ONLY === undefined ? seed : Number(ONLY);
      try {
        await live(engine, used);
      } catch (error) {
        throw new Error(`seed ${used} on ${engine}: ${error instanceof Error ? error.message : error}`, {
          cause: error,
        });
      }
      if (ONLY !== undefined) return;
    }
  },
);
