import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertMany } from '#server/store/bulk.ts';
import type { Store } from '#server/store/store.ts';
import { engines, openAt, placeForTest, START } from './world.ts';

const COLUMNS = ['id', 'at', 'action', 'member_id', 'customer_id', 'detail'] as const;

describe.each(engines)('many rows at once on %s', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openAt(await placeForTest(engine), { now: START });
    return () => store.close();
  });

  const insert = (rows: (string | number | null)[][]) =>
    store.write((tx) =>
      insertMany({ tx, kind: store.kind }, 'audit', COLUMNS, rows, 'ignore', ['id', 'member_id']),
    );
  const stored = () =>
    store.read((tx) => tx.selectFrom('audit').select(COLUMNS).orderBy('at').orderBy('id').execute());
  const row = (n: number, member: string | null) => [
    `id ${n}`,
    n,
    'changed',
    member,
    null,
    '{"a":"b, \\"c"}',
  ];

  it('are stored as they are, also where a column is empty in all of them or in some', async () => {
    const written = await insert([row(1, null), row(2, 'ana'), row(3, null)]);
    expect(written).toEqual([
      { id: 'id 1', member_id: null },
      { id: 'id 2', member_id: 'ana' },
      { id: 'id 3', member_id: null },
    ]);
    const common = { action: 'changed', customer_id: null, detail: '{"a":"b, \\"c"}' };
    expect(await stored()).toEqual([
      { id: 'id 1', at: 1, member_id: null, ...common },
      { id: 'id 2', at: 2, member_id: 'ana', ...common },
      { id: 'id 3', at: 3, member_id: null, ...common },
    ]);
  });

  it('tell which of them were new, however many there are', async () => {
    await insert([row(7, null)]);
    const many = Array.from({ length: 2_500 }, (_, n) => row(n, null));
    const written = await insert(many);
    expect(new Set(written.map(({ id }) => id))).toEqual(
      new Set(many.map(([id]) => id)).difference(new Set(['id 7'])),
    );
    expect(await stored()).toHaveLength(2_500);
    expect(await insert([])).toEqual([]);
  });
});

describe('what a connection of PostgreSQL keeps prepared', () => {
  it('has no statement that asks for all columns or takes a list', async () => {
    const store = await openAt(await placeForTest('postgres'), { now: START });
    const prepared = await store.write(async (tx) => {
      const members = tx.selectFrom('members').where('name', '=', 'Ana');
      await members.select('id').execute();
      await members.selectAll().execute();
      await sql`select id from members where id = any(${['a', 'b']})`.execute(tx);
      const { rows } = await sql<{
        text: string;
      }>`select statement as text from pg_prepared_statements`.execute(tx);
      return rows.map(({ text }) => text).filter((text) => text.includes('members'));
    });
    await store.close();
    expect(prepared).toEqual(['select "id" from "members" where "name" = $1']);
  });
});
