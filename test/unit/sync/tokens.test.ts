import { expect, it, vi } from 'vitest';
import type { TokenHome } from '#lib/sync/answer.ts';
import { createTransport } from '#lib/sync/transport.ts';

const CLIENT = '00000000-0000-4000-8000-000000000001';
const stamp = { epoch: CLIENT, serverTime: 5 };
const token = (n: number) => `token-${n}`.padEnd(40, '.');
const refusal = (code: string, status = 401) => Response.json({ error: { code, message: code } }, { status });

/**
 * A server that takes only `good`, and gives the next token for one that is over; `asked` is what it was asked with which token.
 */
const createServer = () => {
  const server = {
    good: token(2),
    asked: [] as [path: string, token: string][],
    renewal: async (): Promise<Response> => Response.json({ ...stamp, token: token(2), tokenUntil: 9 }),
    otherwise: 'token-expired',
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const { pathname } = new URL(url);
      const bearer = (new Headers(init.headers).get('authorization') ?? '').replace('Bearer ', '');
      server.asked.push([pathname, bearer]);
      if (pathname === '/devices/self/token') return server.renewal();
      if (bearer !== server.good) return refusal(server.otherwise);
      return Response.json({ ...stamp, stored: 1 });
    },
  };
  return server;
};
type Server = ReturnType<typeof createServer>;

const createHome = (first: string): TokenHome & { token: string } => {
  let turn: Promise<unknown> = Promise.resolve();
  const home = {
    token: first,
    read: async () => home.token,
    replace: async (used: string, next: string) => {
      if (home.token === used) home.token = next;
    },
    alone: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = turn.then(work);
      turn = mine.catch(() => {});
      return mine;
    },
  };
  return home;
};

const page = (server: Server, home: TokenHome, onRevoked?: () => Promise<void>) =>
  createTransport({
    ...{ fetch: server.fetch, server: 'https://suki.example', token: token(1) },
    ...{ signal: new AbortController().signal, home, onRevoked },
  });
const renewals = ({ asked }: Server) => asked.filter(([path]) => path === '/devices/self/token').length;

it('[S20] [S56] a token that is over is renewed once, kept, and the same is asked again', async () => {
  const server = createServer();
  const home = createHome(token(1));
  expect(await page(server, home).decisions([])).toMatchObject({ ok: true });
  expect(home.token).toBe(token(2));
  expect(server.asked).toEqual([
    ['/v1/decisions', token(1)],
    ['/devices/self/token', token(1)],
    ['/v1/decisions', token(2)],
  ]);
});

it('[S56] the new token is in the storage before it is used for the first time', async () => {
  const server = createServer();
  const home = createHome(token(1));
  home.replace = () => Promise.reject(new Error('the disk is full'));
  // Used without being kept it would end the old one, and this device with it.
  expect(await page(server, home).decisions([])).toMatchObject({ ok: false, error: { code: 'network' } });
  expect(server.asked.map(([, used]) => used)).toEqual([token(1), token(1)]);
});

it('[S20] requests at one moment share one renewal, in one page and in several', async () => {
  const server = createServer();
  const home = createHome(token(1));
  const panel = page(server, home);
  const worker = page(server, home);
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => panel.decisions([])),
    ...Array.from({ length: 5 }, () => worker.decisions([])),
  ]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(renewals(server)).toBe(1);
});

it('[S20] a page whose token another page has renewed and used finds the new one in the settings', async () => {
  const server = createServer();
  server.otherwise = 'unauthorised';
  expect(await page(server, createHome(token(2))).decisions([])).toMatchObject({ ok: true });
  expect(renewals(server)).toBe(0);
});

it.each([
  ['no answer', () => Promise.reject(new TypeError('the network is down')), 'network'],
  ['a fault of the server', async () => refusal('internal', 500), 'internal'],
  ['a busy server', async () => refusal('busy', 503), 'busy'],
] as const)(
  '[S20] a renewal that gets %s is an outage like any other, for days',
  async (_, renewal, code) => {
    const server = createServer();
    const home = createHome(token(1));
    server.renewal = renewal;
    const device = page(server, home);
    for (let hour = 0; hour < 72; hour += 1)
      expect(await device.decisions([])).toMatchObject({ ok: false, error: { code } });
    expect(home.token).toBe(token(1));
    server.renewal = async () => Response.json({ ...stamp, token: token(2), tokenUntil: 9 });
    expect(await device.decisions([])).toMatchObject({ ok: true });
  },
);

it('[S20] asks for no new token when the device is not known at all', async () => {
  const server = createServer();
  server.otherwise = 'unauthorised';
  const answer = await page(server, createHome(token(1))).decisions([]);
  expect(answer).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
  expect(renewals(server)).toBe(0);
});

it('[S28] whatever is asked: a device that was signed out has forgotten all before the answer is given', async () => {
  const server = createServer();
  server.otherwise = 'device-revoked';
  const order: string[] = [];
  const device = page(server, createHome(token(1)), async () => void order.push('forgotten'));
  const answer = await device.olderEvents('ana', '5');
  order.push('answered');
  expect(answer).toMatchObject({ ok: false, error: { code: 'device-revoked' } });
  expect(order).toEqual(['forgotten', 'answered']);
});

it('[S28] says so as well when only the renewal is told', async () => {
  const server = createServer();
  server.renewal = async () => refusal('device-revoked');
  const onRevoked = vi.fn(async () => {});
  const device = page(server, createHome(token(1)), onRevoked);
  expect(await device.decisions([])).toMatchObject({ ok: false, error: { code: 'device-revoked' } });
  expect(onRevoked).toHaveBeenCalledTimes(1);
});
