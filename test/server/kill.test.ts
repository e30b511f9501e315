import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createImport, expectAllThere, hireClickers } from './clickers.ts';
import { createChance } from './client/chance.ts';
import { startPostgres } from './postgres.ts';
import { createServers } from './servers.ts';
import { openAt, placeForTest } from './world.ts';

const ROWS = 40_000;
const file = createImport(ROWS);

it.each([
  ['sqlite', 40],
  ['postgres', 10],
] as const)(
  'on %s, a server that is killed %i times in the middle of pushes and of an import loses nothing that it acknowledged, and doubles nothing',
  {
    timeout: 300_000,
  },
  async (engine, kills) => {
    const start = Date.now();
    const seed = 1 + Math.floor(Math.random() * 1e9);
    const chance = createChance(seed);
    const place = await placeForTest(engine);
    const servers = await createServers(place);
    onTestFinished(servers.end);
    await servers.start();
    const { clickers, untilMore, acknowledged, stop } = await hireClickers(servers, place);
    let inImport = 0;
    for (let life = 0; life < kills; life += 1) {
      const before = acknowledged();
      let importing = life % 4 === 0;
      const imported = importing
        ? file.send(servers, place).finally(() => {
            importing = false;
          })
        : untilMore(2);
      await Promise.race([imported, sleep(20 + chance.below(120))]);
      // At least one click was acknowledged by each server, so that each death counts.
      while (!importing && acknowledged() === before) await sleep(2);
      if (importing) inImport += 1;
      await servers.kill();
      await servers.start();
    }
    const clicked = await stop();
    expect(await file.send(servers, place)).toMatchObject({
      news: 'done',
      counts: { rows: ROWS, rejected: 0 },
    });
    await servers.kill();
    await expectAllThere(place, clickers);
    const seconds = ((Date.now() - start) / 1_000).toFixed(1);
    console.log(
      `${engine}: ${kills} kills, ${inImport} of them in an import, ${clicked} clicks, ${seconds} s (chance ${seed})`,
    );
    expect(inImport).toBeGreaterThan(0);
  },
);

it('a PostgreSQL that goes down hard in the middle of pushes and of an import, five times, takes nothing with it that was acknowledged, and the server goes on without a restart', {
  timeout: 300_000,
}, async () => {
  const cluster = await startPostgres();
  onTestFinished(cluster.stop);
  const { dataDir } = await placeForTest('sqlite');
  const place = { dataDir, databaseUrl: cluster.url('postgres') };
  await (await openAt({ ...place, remove: async () => {} }, { now: Date.now() })).close();
  const servers = await createServers(place, ['env']);
  onTestFinished(servers.end);
  await servers.start();
  const { clickers, untilMore, stop } = await hireClickers(servers, place);
  for (let life = 0; life < 5; life += 1) {
    const imported = file.send(servers, place);
    await untilMore(3);
    await cluster.restart();
    await imported;
  }
  await untilMore(3);
  const clicked = await stop();
  expect(await file.send(servers, place)).toMatchObject({
    news: 'done',
    counts: { rows: ROWS, rejected: 0 },
  });
  expect(servers.isUp()).toBe(true);
  await expectAllThere(place, clickers);
  console.log(`PostgreSQL went down 5 times: ${clicked} clicks`);
  await servers.end();
});
