import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createPokeBus } from '#server/poke-bus.ts';
import { carryOver, type OpenLine } from '#server/pokes/carrier.ts';
import { natsLine, natsOptions } from '#server/pokes/nats-line.ts';
import { postgresLine } from '#server/pokes/postgres-line.ts';
import { startNats } from './nats.ts';
import { startPostgres } from './postgres.ts';

const NEVER = 3_600_000;
const EPOCH = randomUUID();

/** A store that several buses look at. */
const createHead = () => ({ head: 1, epoch: EPOCH });
type Head = ReturnType<typeof createHead>;

/** A bus that does not look by itself, so that what it hears was carried. */
const busOver = (open: OpenLine, store: Head, workspace: string, more: { probeEvery?: number } = {}) => {
  const events: string[] = [];
  const bus = createPokeBus({
    look: async () => ({ ...store }),
    onError: () => events.push('look failed'),
    every: NEVER,
    carry: carryOver({
      workspace,
      open,
      random: () => 0,
      onDown: () => events.push('down'),
      onUp: () => events.push('up'),
      ...more,
    }),
  });
  onTestFinished(bus.close);
  return { ...bus, events };
};
type TestBus = ReturnType<typeof busOver>;

/** Commits and pokes at one until the other hears of it: lines are opened beside everything else. */
const untilHeard = async (from: TestBus, to: TestBus, store: Head): Promise<number> => {
  let heard = 0;
  const unsubscribe = to.subscribe(store.head, () => {
    heard = store.head;
  });
  while (heard === 0) {
    store.head += 1;
    from.poke(store.head);
    await sleep(20);
  }
  unsubscribe();
  return heard;
};

const lines = [
  {
    name: 'PostgreSQL',
    start: async () => {
      const cluster = await startPostgres();
      onTestFinished(cluster.stop);
      const url = cluster.url('postgres');
      return { open: () => postgresLine(url), restart: cluster.restart };
    },
  },
  {
    name: 'NATS',
    start: async () => {
      const nats = await startNats();
      onTestFinished(nats.kill);
      return { open: (workspace: string) => natsLine(nats.url, workspace), restart: nats.restart };
    },
  },
];

describe.each(lines)('pokes over $name', ({ start }) => {
  it('[S58] reach another process, also after it was killed and came back, and the outage is told once', async () => {
    const workspace = randomUUID();
    const { open, restart } = await start();
    const store = createHead();
    const one = busOver(open(workspace), store, workspace);
    const two = busOver(open(workspace), store, workspace);
    await untilHeard(one, two, store);
    await untilHeard(two, one, store);
    await restart();
    for (let i = 0; i < 20; i += 1) one.poke(store.head);
    await untilHeard(one, two, store);
    await untilHeard(two, one, store);
    expect(one.events).toEqual(['down', 'up']);
    expect(two.events).toEqual(['down', 'up']);
  });

  it('what changed while the line was down is found as soon as it is up', async () => {
    const workspace = randomUUID();
    const { open, restart } = await start();
    const store = createHead();
    const bus = busOver(open(workspace), store, workspace);
    const other = busOver(open(workspace), store, workspace);
    await untilHeard(other, bus, store);
    const heard = new Promise<void>((resolve) => bus.subscribe(store.head, resolve));
    const restarted = restart();
    while (!bus.events.includes('down')) await sleep(5);
    store.head += 1;
    await restarted;
    await heard;
  });
});

describe('a line', () => {
  it('of which the other end has fallen silent is given up and opened anew', async () => {
    const nats = await startNats();
    onTestFinished(nats.kill);
    const target = new URL(nats.url);
    const sockets: { near: Socket; far: Socket }[] = [];
    const { Socket: Plug } = await import('node:net');
    const proxy = createServer((near) => {
      const far = new Plug().connect(Number(target.port), target.hostname);
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) socket.on('error', () => {});
      sockets.push({ near, far });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const { near, far } of sockets) for (const socket of [near, far]) socket.destroy();
      proxy.close();
    });
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const workspace = randomUUID();
    const store = createHead();
    const through = busOver(natsLine(`nats://127.0.0.1:${port}`, workspace), store, workspace, {
      probeEvery: 200,
    });
    const straight = busOver(natsLine(nats.url, workspace), store, workspace);
    await untilHeard(straight, through, store);
    // No end, no reset: as when a firewall forgets a connection.
    for (const { near, far } of sockets) {
      near.unpipe(far);
      far.unpipe(near);
    }
    await untilHeard(straight, through, store);
    expect(through.events).toEqual(['down', 'up']);
    expect(sockets).toHaveLength(2);
  });

  it('carries what anybody may have said, so what it says is never believed', async () => {
    const url = inject('postgresUrl');
    const workspace = randomUUID();
    const store = createHead();
    const bus = busOver(postgresLine(url), store, workspace);
    const other = busOver(postgresLine(url), store, workspace);
    await untilHeard(other, bus, store);
    let told = 0;
    bus.subscribe(store.head, () => {
      told += 1;
    });
    const stranger = new pg.Client({ connectionString: url });
    await stranger.connect();
    for (const said of [
      ...['', '{', 'null', '[]', '{"head":99}', `{"workspace":"${randomUUID()}","head":99}`],
      ...[`{"workspace":"${workspace}","head":-1}`, `{"workspace":"${workspace}","head":1e300}`],
      `{"workspace":"${workspace}","head":99,"more":true}`,
      `{"workspace":"${workspace}","head":9007199254740991}`,
    ])
      await stranger.query('select pg_notify($1, $2)', ['suki_pokes', said]);
    await stranger.end();
    // Heard after all of those, on the same line; one of them may have been what made the bus look.
    await untilHeard(other, bus, store);
    const before = told;
    expect(before).toBeGreaterThan(0);
    await untilHeard(other, bus, store);
    expect(told).toBeGreaterThan(before);
  });

  it('that cannot be had hurts nobody: pokes of this process arrive, and the fault is told once', async () => {
    const store = createHead();
    const workspace = randomUUID();
    const bus = busOver(natsLine('nats://127.0.0.1:1', workspace), store, workspace);
    let told = 0;
    bus.subscribe(1, () => {
      told += 1;
    });
    while (bus.events.length === 0) await sleep(5);
    for (let head = 2; head < 50; head += 1) {
      bus.poke(head);
      await sleep(10);
    }
    expect(told).toBe(48);
    expect(bus.events).toEqual(['down']);
  });
});

describe('the look once a second', () => {
  it('finds what no line has carried, once for each change', async () => {
    const store = createHead();
    const bus = createPokeBus({ look: async () => ({ ...store }), onError: () => {}, every: 5 });
    onTestFinished(bus.close);
    let told = 0;
    bus.subscribe(1, () => {
      told += 1;
    });
    for (const head of [2, 9]) {
      store.head = head;
      while (told === 0) await sleep(2);
      await sleep(20);
      expect(told).toBe(1);
      told = 0;
    }
  });

  it('finds a history that was put back, although its numbers are lower', async () => {
    const store = { ...createHead(), head: 50 };
    const bus = createPokeBus({ look: async () => ({ ...store }), onError: () => {}, every: 5 });
    onTestFinished(bus.close);
    let told = 0;
    bus.subscribe(50, () => {
      told += 1;
    });
    await sleep(20);
    expect(told).toBe(0);
    store.head = 7;
    store.epoch = randomUUID();
    while (told === 0) await sleep(2);
    store.head = 8;
    while (told === 1) await sleep(2);
    expect(told).toBe(2);
  });

  it('that fails is told once, and goes on', async () => {
    let works = false;
    let faults = 0;
    const look = async () => {
      if (!works) throw new Error('no database');
      return { head: 2, epoch: EPOCH };
    };
    const bus = createPokeBus({ look, onError: () => (faults += 1), every: 5 });
    onTestFinished(bus.close);
    const heard = new Promise<void>((resolve) => bus.subscribe(1, resolve));
    await sleep(50);
    works = true;
    await heard;
    expect(faults).toBe(1);
  });
});

describe('where NATS is', () => {
  it('is said in one setting, with a name and a password, or a token', () => {
    expect(natsOptions('nats://one:4222, nats://two:4222')).toEqual({ servers: ['one:4222', 'two:4222'] });
    expect(natsOptions('tls://mia:p%40ss@one:4222,two:4222')).toEqual({
      ...{ servers: ['one:4222', 'two:4222'], tls: {} },
      ...{ user: 'mia', pass: 'p@ss' },
    });
    expect(natsOptions('nats://secret@one:4222')).toMatchObject({ token: 'secret' });
  });
});
