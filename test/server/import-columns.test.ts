import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type EventType, eventData, eventTypes, SukiEvent } from '#lib/contract/events.ts';
import { columnFor } from '#server/import/event-columns.ts';
import { fieldsOf } from '#server/import/event-fields.ts';
import { readEventHeader, readEventRow } from '#server/import/event-rows.ts';
import { ImportProblem } from '#server/import/problem.ts';
import { useImports } from './importer.ts';
import { START } from './world.ts';

/** Whatever no cell can hold. */
const NESTED = new Set(['standing']);
const imported = eventTypes.filter((type) => type !== 'Stage Changed');
const options = { now: START, dates: undefined, type: undefined };

const read = (names: string[], cells: string[]) =>
  readEventRow(readEventHeader(names, options), cells, options, () => 'row');

/** What each field takes, as text. */
const SAMPLES: Record<string, string> = {
  ...{ currency: 'eur', url: 'https://shop.example', month: '3', date: '14', left: '2', mood: '-1' },
  ...{ page: 'pricing', kind: 'CALL', direction: 'in', initiator: 'rep', purpose: 'care', topic: 'delivery' },
  ...{ fully: 'partly', answeredFully: 'no', part: 'behavioural', day: 'name-day', item: 'champion' },
  ...{ cause: 'price', why: 'never', lift: 'they-write', to: 'retain', rating: '4', score: '7' },
};
const sample = (type: EventType, field: string): string => {
  if (type === 'Feedback Given' && field === 'kind') return 'csat';
  const reading = fieldsOf(type).get(field);
  const plain = { text: 'words', number: '5', truth: 'yes', instant: '2026-06-01T10:00:00Z' };
  return SAMPLES[field] ?? plain[reading ?? 'text'];
};
const fieldsIn = (type: EventType) =>
  Object.keys(eventData[type].shape).filter((field) => !NESTED.has(field));

describe('the columns of a file of events', () => {
  it.each(imported)('fill every field of %s', (type) => {
    const fields = fieldsIn(type);
    const names = ['Customer', 'Event', 'At', ...fields];
    const row = read(names, [
      'ana',
      type,
      '2026-06-01T09:00:00Z',
      ...fields.map((field) => sample(type, field)),
    ]);
    if (!('event' in row)) throw new Error(`${row.reason}. ${row.mend}`);
    expect(Object.keys(row.event.data).sort()).toEqual(fields.sort());
    expect(readEventHeader(names, options).unused).toEqual([]);
  });

  it('that are missing are asked for by a name that is then understood', () => {
    for (const type of imported) {
      const base = { id: 'e', source: 's', subject: 'ana', at: START, type };
      const issues = SukiEvent.safeParse({ ...base, data: {} }).error?.issues ?? [];
      for (const field of issues.map(({ path }) => String(path[1]))) {
        const row = read(['Customer', 'Event', 'Date'], ['ana', type, '2026-06-01']);
        if ('reason' in row && row.reason.includes(`no ${field},`))
          expect(row.mend).toBe(`Add a column "${columnFor(field)}".`);
        const names = ['Customer', 'Event', 'Date', columnFor(field)];
        expect(readEventHeader(names, options).of(type).nameOf(field)).toBe(columnFor(field));
      }
    }
  });

  it('mean what the kind of the row makes of them: an item is a product, or a question of a sale', () => {
    const names = ['Customer', 'Event', 'Date', 'Item', 'Topic'];
    const data = (type: string, item: string, topic = '') => {
      const row = read(names, ['ana', type, '2026-06-01', item, topic]);
      return 'event' in row ? row.event.data : row;
    };
    expect(data('Order Completed', 'Soap')).toMatchObject({ product: 'Soap' });
    expect(data('MEDDIC Noted', 'champion')).toEqual({ item: 'champion' });
    expect(data('Complaint Raised', '', 'delivery')).toMatchObject({ topic: 'delivery' });
    expect(data('Complaint Raised', '', 'The blue box')).toMatchObject({ about: 'The blue box' });
    expect(data('Demo Requested', '', 'delivery')).toEqual({ about: 'delivery' });
  });

  it('of JSON take dates as ISO 8601 too, and say which one is wrong', () => {
    const data = (json: string) =>
      read(['Customer', 'Event', 'Date', 'Data'], ['ana', 'Subscription Paused', '2026-06-01', json]);
    expect(data('{"until": "2026-07-01", "plan": "2026"}')).toMatchObject({
      event: { data: { until: Date.UTC(2026, 6, 1), plan: '2026' } },
    });
    expect(data('{"until": 1780000000000}')).toMatchObject({ event: { data: { until: 1_780_000_000_000 } } });
    expect(data('{"until": "soon"}')).toMatchObject({ reason: 'until in the data: "soon" is no date' });
  });

  it.each([
    ['Claim Taken', { Until: '2026-06-01T18:00:00Z' }, /"Until": A claim holds for at most 8 hours/],
    ['Automations Paused', { Until: '2099-01-01' }, /"Until": Automations rest for at most 90 days/],
    ['Action Snoozed', { Play: 'p', Until: '2099-01-01' }, /"Until": A play is put off for at most 2 years/],
    ['Stage Overridden', { To: 'retain', Reason: 'So', Until: '2099-01-01' }, /"Until": A stage .* 90 days/],
    ['Special Day Noted', { Day: 'other', Month: '2', 'Day of month': '30', Consent: 'yes' }, /no such day/],
    [
      'Order Completed',
      { Amount: '9000000000001', Currency: 'EUR' },
      /"Amount" must be 9000000000000 or less/,
    ],
    ['Onboarding Step Completed', { Left: '2.5' }, /"Left" must be a whole number/],
  ])('hold %s to the rules of the panel', (type, more, says) => {
    const names = ['Customer', 'Event', 'Date', ...Object.keys(more)];
    expect(read(names, ['ana', type, '2026-06-01', ...Object.values(more)])).toMatchObject({
      reason: expect.stringMatching(says),
    });
  });
});

describe('what only the store knows of a row', () => {
  const { load, server, mia, counts } = useImports('sqlite');

  it('a hand-over to nobody, or a customer in no time zone, is rejected by name', async () => {
    const people = 'ID,Name,Time Zone\nana,Ana,Europe/Vienna\nben,Ben,Mars/Olympus\n';
    const { rejects: zones } = await load('customers', people);
    expect(zones.map(({ reason }) => reason)).toEqual(['"Mars/Olympus" is no time zone']);
    await server().invite('Zoe');
    const file = 'Customer,Event,Date,To\nana,Handed Over,2026-05-01,Zoe\nana,Handed Over,2026-05-02,Yan\n';
    const { counts: sums, rejects } = await load('events', file);
    expect(sums).toEqual(counts(2, 1, 0, 0, 1));
    expect(rejects[0]?.reason).toBe('nobody here is called "Yan"');
  });

  it.each([
    ['addresses', 'address', 'Email,Name\nana@shop.example,Ana\nstray@shop.example,Sam\n', 3],
    ['addresses', 'address', 'ID,Email\nben,ben@shop.example\n\nben,stray@shop.example\n', 4],
    ['customers', 'id', 'ID,Name\nana,Ana\nstray@shop.example,Sam\n', 3],
  ])(
    'a row that can never be written, for its %s, is named with its line, and the whole batch waits',
    async (table, column, file, line) => {
      // Whatever the reason is, it looks like somebody else who was faster, each time anew.
      const refusal = `create trigger refuses before insert on ${table} when new.${column} = 'stray@shop.example' begin select raise(ignore); end`;
      await server().store.write((tx) => sql.raw(refusal).execute(tx));
      const error = await load('customers', file).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ImportProblem);
      expect(error).toMatchObject({
        message: expect.stringMatching(new RegExp(`^Line ${line}: stray@shop\\.example `)),
        mend: expect.stringContaining('npm run doctor'),
      });
      expect((await mia().pullAll()).rows.size).toBe(0);
      await server().store.write((tx) => sql`drop trigger refuses`.execute(tx));
      expect((await load('customers', file)).counts).toEqual(counts(2, 2 - (line - 3), line - 3, 0, 0));
    },
  );
});
