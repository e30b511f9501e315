import { describe, expect, it } from 'vitest';
import type { ImportKind } from '#server/import/journal.ts';
import { nasty, useImports } from './importer.ts';
import { pageOf, strictEngines } from './world.ts';

describe.each(strictEngines)('CSV import on %s', (engine) => {
  const { load, news, counts, customer, idOf, server, mia } = useImports(engine);

  it.each([1, 3, 65_536])(
    'reads a nasty file in chunks of %i bytes, and names line and reason of each rejected row',
    async (size) => {
      const { counts: done, rejects, header } = await load('customers', nasty, {}, size);
      expect(done).toEqual(counts(9, 3, 0, 0, 6));
      expect(header).toMatchObject({ unused: ['Favourite colour'] });
      expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
        [4, expect.stringContaining('2024-02-30')],
        [6, expect.stringContaining('cara(at)shop.example')],
        [7, expect.stringContaining('has 5 cells, the header has 7')],
        [8, expect.stringContaining('quotes')],
        [10, expect.stringContaining('ana@shop.example belongs to Ana Díaz (1)')],
        [11, expect.stringContaining('neither an address nor an id')],
      ]);
      expect(rejects[0]?.cells[4]).toBe('two\nlines');
      for (const reject of rejects) expect(reject.mend).toBeTruthy();
      expect((await customer('1')).profile).toMatchObject({
        name: 'Ana Díaz',
        addresses: ['ana@shop.example'],
        company: 'Acme; Sons',
        createdAt: Date.UTC(2024, 0, 31, 10),
      });
      expect((await customer('6')).profile.name).toBe('สมชาย ใจดี');
    },
  );

  it('tells of rows that share an order, in a dry run too', async () => {
    await load('customers', 'ID,Name\nana,Ana\nben,Ben\n');
    const rows = ['ana,17,2', 'ana,17,3', 'ben,17,4', 'ana,18,5', 'ana,17,2'];
    const file = `Customer,Order ID,Amount,Currency,Date,Event\n${rows.map((row) => `${row},EUR,2024-03-01,Order Completed`).join('\n')}\n`;
    for (const dryRun of [true, false])
      expect((await load('events', file, { dryRun })).shared).toEqual({ rows: 2, order: '17' });
    expect((await customer('ana')).facts.money.EUR.n).toBe(4);
  });

  it('a second run of a file adds nothing', async () => {
    await load('customers', nasty);
    const before = await mia().pullAll();
    const again = await load('customers', nasty);
    expect(again.counts).toEqual(counts(9, 0, 0, 3, 6));
    expect(await mia().pullAll()).toEqual(before);
  });

  it('a known address completes its customer, and a contradiction is rejected by name', async () => {
    await load('customers', 'Email,Name,Company\nana@shop.example,Ana,Acme\n');
    const { counts: done, rejects } = await load(
      'customers',
      'Email,Name,Company,Phone\nana@shop.example,Ana,,123\nana@shop.example,Ana,Other,\nben@shop.example,Ben,,\nben@shop.example,Ben,Beta,\n',
    );
    expect(done).toEqual(counts(4, 1, 2, 0, 1));
    expect(rejects[0]).toMatchObject({ line: 3, reason: expect.stringMatching(/company.*Other.*Acme/) });
    expect((await customer(await idOf('ana@shop.example'))).profile).toMatchObject({
      company: 'Acme',
      phone: '123',
    });
    expect((await customer(await idOf('ben@shop.example'))).profile.company).toBe('Beta');
  });

  it('a row adds an address to a customer whose others it does not name', async () => {
    const addresses = async () => (await customer('C20')).profile.addresses;
    await load('customers', 'ID,Email,Name\nC20,c20@shop.example,Cleo\n');
    const byId = 'Record ID,Email\nC20,c20-new@shop.example\nC21,c21@shop.example\n';
    expect((await load('customers', byId, { dryRun: true })).counts).toEqual(counts(2, 1, 1, 0, 0));
    expect((await load('customers', byId)).counts).toEqual(counts(2, 1, 1, 0, 0));
    const byAddress = 'Email\nc20@shop.example; c20-third@shop.example\n';
    expect((await load('customers', byAddress)).counts).toEqual(counts(1, 0, 1, 0, 0));
    expect(await addresses()).toEqual(['c20@shop.example', 'c20-new@shop.example', 'c20-third@shop.example']);
    for (const address of await addresses()) expect(await idOf(address)).toBe('C20');
    // The same within one file, and again.
    const twice = 'Record ID,Email\nC20,c20-4@shop.example\nC20,c20-5@shop.example\nC20,c20-4@shop.example\n';
    expect((await load('customers', twice)).counts).toEqual(counts(3, 0, 2, 1, 0));
    expect((await load('customers', byId)).counts).toEqual(counts(2, 0, 0, 2, 0));
  });

  it('a file without names completes customers by their id, and a name comes in where only the id stood', async () => {
    await load('customers', 'ID,Name\nC10,"Ann, B Last10"\n');
    await load('customers', 'Record ID,Phone\nC11,123\n');
    expect((await customer('C11')).profile.name).toBe('C11');
    const titles = 'Record ID,Job Title\nC10,Boss\nC11,Clerk\n';
    expect((await load('customers', titles)).counts).toEqual(counts(2, 0, 2, 0, 0));
    expect((await customer('C10')).profile).toMatchObject({ name: 'Ann, B Last10', title: 'Boss' });
    const names = 'Record ID,Name\nC10,Bob\nC11,Cid\n';
    const { counts: done, rejects } = await load('customers', names);
    expect(done).toEqual(counts(2, 0, 1, 0, 1));
    expect(rejects[0]?.reason).toBe('name is "Bob" here, but Suki has "Ann, B Last10"');
    expect((await customer('C11')).profile).toMatchObject({ name: 'Cid', title: 'Clerk', phone: '123' });
  });

  it('events find their customer by address or id, are folded, and bring stages', async () => {
    await load('customers', 'ID,Email,Name\nana,ana@shop.example,Ana\nben,ben@shop.example,Ben\n');
    const file = [
      'Customer,Event,Date,Amount,Currency,Order ID,Note,Quantity',
      'ana,order_completed,2024-03-01,"1.234,50",eur,o1,,',
      'ANA@shop.example,Order Completed,03/25/2024,12.50,EUR,o2,,',
      'ben,Question Asked,2024-03-01T10:00:00+02:00,,,,Where is it?,',
      'ben,Nonsense,2024-03-01,,,,,',
      'nobody,Order Completed,2024-03-01,1,EUR,o3,,',
      'ana,Order Completed,03/04/2024,1,EUR,o4,,',
      'ana,Stage Changed,2024-03-01,,,,,',
      'ana,Order Completed,2024-03-01,abc,EUR,o5,,',
      'ana,Order Completed,2024-03-01,1,EURO,o6,,',
    ].join('\n');
    const { counts: done, rejects } = await load('events', file);
    expect(done).toEqual(counts(9, 3, 0, 0, 6));
    expect(rejects.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 10]);
    expect(rejects[2]).toMatchObject({
      reason: expect.stringContaining('two dates'),
      mend: expect.stringContaining('--dates'),
    });
    const ana = await customer('ana');
    expect(ana.facts.money).toMatchObject({ EUR: { n: 2, total: 1247 } });
    expect(ana.timeline.some((entry: { type: string }) => entry.type === 'Stage Changed')).toBe(true);
    expect(ana.timeline.find((entry: { data: { order?: string } }) => entry.data.order === 'o2').at).toBe(
      Date.UTC(2024, 2, 25),
    );
    const ben = await customer('ben');
    expect(ben.timeline.find((entry: { type: string }) => entry.type === 'Question Asked')).toMatchObject({
      at: Date.UTC(2024, 2, 1, 8),
      data: { text: 'Where is it?', ref: expect.any(String) },
    });
  });

  it('says what is wrong with an event in the words of the file', async () => {
    await load('customers', 'ID,Email,Name\nana,ana@shop.example,Ana\n');
    const file = [
      'Customer,Event,Order Date,Amount,Currency,NPS Score,Feedback kind,Renewal Date,Usage Ratio',
      'ana,Order Completed,1969-05-01,1,EUR,,,,',
      'ana,Order Completed,2024-05-01,-3.50,EUR,,,,',
      'ana,Order Refunded,2024-05-01,-3.50,EUR,,,,',
      'ana,Ordr Complet,2024-05-01,1,EUR,,,,',
      'ana,Feedback Given,2024-05-01,,,11,nps,,',
      'ana,Feedback Given,2024-05-01,,,9,shrug,,',
      'ana,Usage Reported,2024-05-01,,,,,,',
      'ana,Subscription Renewed,2024-05-01,,,,,1969-01-01,',
      'ana,Order Completed,2024-05-01,1,EURO,,,,',
      'ana,Order Completed,yesterday,1,EUR,,,,',
      'ana,Champion Left,2999-01-01,1,EUR,,,,',
    ].join('\n');
    const { rejects, counts: sums } = await load('events', file);
    expect(sums).toEqual(counts(11, 1, 0, 0, 10));
    expect(
      (await customer('ana')).timeline.find(({ type }: { type: string }) => type === 'Order Refunded').data,
    ).toMatchObject({ total: 3.5 });
    const said = new Map(rejects.map(({ line, reason, mend }) => [line, `${reason}. ${mend}`]));
    expect(said.get(2)).toMatch(/"Order Date": "1969-05-01" lies before 1970/);
    expect(said.get(3)).toMatch(/"Amount": .*less than nothing\. Record it as Order Refunded/);
    expect(said.get(5)).toMatch(
      /"Ordr Complet" is no event.*Perhaps Order Completed.*lib\/contract\/events\.ts/,
    );
    expect(said.get(6)).toMatch(/"NPS Score" must be 10 or less/);
    expect(said.get(7)).toMatch(/"Feedback kind" must be one of: csat, nps/);
    expect(said.get(8)).toMatch(/"Usage Ratio" is empty/);
    expect(said.get(9)).toMatch(/"Renewal Date": "1969-01-01" lies before 1970/);
    expect(said.get(10)).toMatch(/"Currency" .*three capital letters/);
    expect(said.get(11)).toMatch(/"Order Date": "yesterday" is no date/);
    expect(said.get(12)).toMatch(/"Order Date": "2999-01-01" lies in the future/);
    for (const text of said.values()) expect(text).not.toMatch(/Too (small|big)|Invalid|expected/);
  });

  it('events of unknown customers come in when the same file is run after the customers', async () => {
    const events = 'Email,Event,Date\nana@shop.example,Signed Up,2024-01-01\n';
    expect((await load('events', events)).counts).toEqual(counts(1, 0, 0, 0, 1));
    await load('customers', 'Email,Name\nana@shop.example,Ana\n');
    expect((await load('events', events)).counts).toEqual(counts(1, 1, 0, 0, 0));
    expect((await load('events', events)).counts).toEqual(counts(1, 0, 0, 1, 0));
  });

  it('two equal rows without ids are two events, and a longer export of the same adds only the new', async () => {
    await load('customers', 'ID,Name\nana,Ana\n');
    const rows = ['Customer,Event,Date', 'ana,Signed In,2024-01-01', 'ana,Signed In,2024-01-01'];
    expect((await load('events', rows.join('\n'))).counts).toEqual(counts(2, 2, 0, 0, 0));
    rows.push('ana,Signed In,2024-01-02');
    expect((await load('events', rows.join('\n'))).counts).toEqual(counts(3, 1, 0, 2, 0));
    expect((await customer('ana')).facts.totals.all?.[0]).toBeGreaterThanOrEqual(3);
  });

  it('a dry run says the same as the run after it, and writes nothing', async () => {
    const before = await mia().pullAll();
    const file = `${nasty}\r\n9;Ida;Ito;ida2@shop.example;;;\r\n9;Ida;Ito;ida2@shop.example;;;`;
    const dry = await load('customers', file, { dryRun: true });
    expect(await mia().pullAll()).toEqual(before);
    expect(dry.rejects).toHaveLength(5);
    const real = await load('customers', file);
    expect(dry.counts).toEqual(real.counts);
    const events =
      'Customer,Event,Date,Event ID\n9,Signed In,2024-01-01,x1\n9,Signed In,2024-01-01,x1\nzz,Signed In,2024-01-01,x2\n';
    const dryEvents = await load('events', events, { dryRun: true });
    expect((await customer('9')).events).toBe(0);
    expect(dryEvents.counts).toEqual((await load('events', events)).counts);
  });

  const many = (kind: ImportKind, n: number): string =>
    kind === 'customers'
      ? [
          'Email,Name',
          ...Array.from({ length: n }, (_, i) =>
            i % 1_000 === 7 ? `bad${i},Bad` : `p${i}@shop.example,P ${i}`,
          ),
        ].join('\n')
      : [
          'Email,Event,Date',
          ...Array.from({ length: n }, (_, i) => `p${(i % 10) * 100}@shop.example,Signed In,2024-01-01`),
        ].join('\n');

  it('a run that was stopped goes on where it stopped: nothing lost, nothing doubled, all rejects named', async () => {
    for (const kind of ['customers', 'events'] as const) {
      const file = many(kind, 12_000);
      let progress = 0;
      for await (const item of news(kind, file)) {
        if (item.news === 'progress') progress += 1;
        // Stops after the first batch (the header is one of its 5,000 rows), as a kill between two batches does.
        if (progress === 1) break;
      }
      const { counts: done, rejects, header } = await load(kind, file);
      expect(header).toMatchObject({ resumedAt: 4_999 });
      if (kind === 'customers') {
        expect(done).toEqual(counts(12_000, 11_988, 0, 0, 12));
        expect(rejects.map((reject) => reject.line)).toEqual(
          Array.from({ length: 12 }, (_, thousand) => thousand * 1_000 + 9),
        );
      } else {
        expect(done).toEqual(counts(12_000, 12_000, 0, 0, 0));
        const first = await customer(await idOf('p0@shop.example'));
        expect(first.facts.totals.all[0]).toBeGreaterThanOrEqual(1_200);
      }
    }
    const customers = await server().store.read((tx) => tx.selectFrom('customers').select('id').execute());
    expect(customers).toHaveLength(11_988);
    const marked = await server().store.read((tx) => tx.selectFrom('refolds').selectAll().execute());
    expect(marked).toEqual([]);
  });

  it('no page of a pull grows beyond what a device applies at once', async () => {
    await load('customers', many('customers', 3_000));
    const page = await pageOf(await mia().pull('0', { limit: 500 }));
    expect(page.rows.length).toBeLessThanOrEqual(500);
    expect((await mia().pullAll()).rows.size).toBe(2_997);
  });
});
