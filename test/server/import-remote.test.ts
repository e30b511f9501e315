import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { importRemotely } from '#server/cli/remote-import.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const DONE = {
  news: 'done',
  counts: { rows: 0, created: 0, updated: 0, known: 0, rejected: 0 },
  dryRun: false,
  shared: { rows: 0, order: null },
};

it('a large file to a server that takes its time leaves no listener behind, and all of it arrives', async () => {
  let arrived = 0;
  server = createServer(async (request, response) => {
    for await (const chunk of request) {
      arrived += chunk.length;
      await sleep(1);
    }
    response.end(`${JSON.stringify(DONE)}\n`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => warnings.push(name);
  process.on('warning', onWarning);
  const piece = 'x'.repeat(300_000);
  async function* text() {
    for (let n = 0; n < 40; n += 1) yield piece;
  }
  const control = { pid: process.pid, url: `http://127.0.0.1:${address.port}`, token: 't' };
  const options = { kind: 'events', hash: '0'.repeat(64), dryRun: false } as const;
  const news: string[] = [];
  for await (const item of importRemotely(control, text(), options)) news.push(item.news);
  process.off('warning', onWarning);
  expect(news).toEqual(['done']);
  expect(arrived).toBe(40 * piece.length);
  expect(warnings).toEqual([]);
});
