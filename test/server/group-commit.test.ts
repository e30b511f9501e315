import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createGroupCommit } from '#server/store/group-commit.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { engines, openAt, placeForTest, START } from './place.ts';

const MANY = 100;

describe.each(engines)('short writes of the same moment on %s', (engine) => {
  let store: Store;
  beforeEach(async () => {
    const place = await placeForTest(engine);
    const opened = await openAt(place, { now: START });
    onTestFinished(opened.close);
    store = opened;
  });
  const note = async (tx: Tx, key: string): Promise<number> => {
    const seq = await takeNumber(tx);
    await tx
      .insertInto('meta')
      .values({ key, value: String(seq) })
      .execute();
    return seq;
  };
  const noted = async (): Promise<string[]> =>
    (await store.read((tx) => tx.selectFrom('meta').select('key').where('key', 'like', 'note %').execute()))
      .map(({ key }) => key)
      .sort();

  it('[S50] [S59] are all written, each under a number of its own', async () => {
    const all = await Promise.all(
      Array.from({ length: MANY }, (_, n) => store.writeShort((tx) => note(tx, `note ${n}`))),
    );
    expect(new Set(all).size).toBe(MANY);
    expect(await noted()).toHaveLength(MANY);
  });

  it('one that fails takes back its own rows alone, and its caller hears why', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: MANY }, (_, n) =>
        store.writeShort(async (tx) => {
          await note(tx, `note ${n}`);
          if (n % 3 === 0) throw new Error(`not ${n}`);
        }),
      ),
    );
    const failed = all.flatMap((one, n) => (one.status === 'rejected' ? [[n, String(one.reason)]] : []));
    const third = Array.from({ length: Math.ceil(MANY / 3) }, (_, n) => 3 * n);
    expect(failed).toEqual(third.map((n) => [n, `Error: not ${n}`]));
    expect(await noted()).toHaveLength(MANY - third.length);
  });

  it('come to those who wait behind them, too', async () => {
    const first = Promise.all([1, 2, 3].map((n) => store.writeShort((tx) => note(tx, `note ${n}`))));
    await turn();
    const others = [
      store.write((tx) => note(tx, 'note long')),
      store.writeShort((tx) => note(tx, 'note short')),
    ];
    await Promise.all([first, ...others]);
    expect(await noted()).toHaveLength(5);
  });
});

it('short writes of one moment are one transaction, those that come meanwhile the next, and there is none for nobody', async () => {
  const place = await placeForTest('sqlite');
  const store = await openAt(place, { now: START });
  onTestFinished(store.close);
  const groups: number[] = [];
  const together = createGroupCommit(async (work) => {
    groups.push(0);
    const value = await store.write(work);
    // As if the disk took its time.
    await sleep(20);
    return value;
  });
  const one = () => together(async () => void groups.push((groups.pop() ?? 0) + 1));
  await Promise.all([one(), one(), one()]);
  await one();
  const first = one();
  await sleep(10);
  await Promise.all([first, one(), one()]);
  await sleep(30);
  expect(groups).toEqual([3, 1, 1, 2]);
});

it('short writes whose common commit fails on SQLite are all told, and none is written', async () => {
  const place = await placeForTest('sqlite');
  const store = await openAt(place, { now: START });
  onTestFinished(store.close);
  const orphan = async (tx: Tx): Promise<void> => {
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    await tx.insertInto('addresses').values({ address: 'a@b.example', customer_id: 'nobody' }).execute();
  };
  const all = await Promise.allSettled([
    store.writeShort((tx) => tx.insertInto('meta').values({ key: 'note', value: '1' }).execute()),
    store.writeShort(orphan),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const notes = await store.read((tx) =>
    tx.selectFrom('meta').selectAll().where('key', '=', 'note').execute(),
  );
  expect(notes).toEqual([]);
  await store.writeShort((tx) => tx.insertInto('meta').values({ key: 'note', value: '2' }).execute());
});
