import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createImport, expectAllThere, hireClickers } from './clickers.ts';
import { createServers } from './servers.ts';
import { placeForTest } from './world.ts';

const ROWS = 40_000;
const file = createImport(ROWS);
const MOUNT = 'mount -t tmpfs -o size=160m suki "$0" && exec "$@"';

/** How a process gets a small disk of its own here: as root, as a user who is root of a space of their own, or not at all. */
const ways = [['-m'], ['-U', '-r', '-m']];
const way = ways.find(
  (flags) => spawnSync('unshare', [...flags, 'sh', '-c', 'mount -t tmpfs suki /mnt']).status === 0,
);

/** Fills a disk to its last byte. */
const fill = (path: string): void => {
  const ballast = openSync(path, 'w');
  for (let size = 1 << 20; size > 0; ) {
    try {
      writeSync(ballast, Buffer.alloc(size));
    } catch {
      size >>= 1;
    }
  }
  closeSync(ballast);
};

it('a full disk in the middle of pushes and of an import loses nothing that was acknowledged; with room again all goes on without a restart', {
  timeout: 120_000,
}, async () => {
  const { dataDir } = await placeForTest('sqlite');
  const disk = join(dataDir, 'disk');
  mkdirSync(disk);
  const servers = await createServers(
    { dataDir: disk },
    way ? ['unshare', ...way, 'sh', '-c', MOUNT, disk] : ['env'],
  );
  onTestFinished(servers.end);
  await servers.start();
  // The disk as the server sees it.
  const place = { dataDir: way ? `/proc/${servers.pid()}/root${disk}` : disk };
  const ballast = join(place.dataDir, 'ballast');
  const { clickers, untilMore, acknowledged, stop } = await hireClickers(servers, place);
  await untilMore(5);

  const imported = file.send(servers, place);
  if (way) fill(ballast);
  else await servers.limit(1);
  expect((await imported)?.news).toBe('problem');
  const before = acknowledged();
  while (!clickers.every(({ troubles }) => troubles.has('internal') || troubles.has('busy')))
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(acknowledged() - before).toBeLessThan(20);

  if (way) rmSync(ballast);
  else await servers.limit(1_073_741_823);
  await untilMore(10);
  const clicked = await stop();
  expect(await file.send(servers, place)).toMatchObject({
    news: 'done',
    counts: { rows: ROWS, rejected: 0 },
  });
  expect(servers.isUp()).toBe(true);
  // What the database has open it finds by its own path only, so a copy of it is looked at.
  const files = ['suki.db', 'suki.db-wal'].filter((name) => existsSync(join(place.dataDir, name)));
  for (const name of files) copyFileSync(join(place.dataDir, name), join(dataDir, name));
  await expectAllThere({ dataDir }, clickers);
  console.log(
    `a full disk, ${way ? 'a small one of its own' : 'by the number of its pages'}: ${clicked} clicks`,
  );
});
