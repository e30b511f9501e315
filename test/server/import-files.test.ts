import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ImportKind, readRejects } from '#server/import/journal.ts';
import { ImportProblem } from '#server/import/problem.ts';
import { nasty, useImports } from './importer.ts';
import { engines } from './world.ts';

describe.each(engines)('a file to import on %s', (engine) => {
  const { load, customer, idOf, server } = useImports(engine);

  it('says what is wrong with a whole file', async () => {
    const problem = async (kind: ImportKind, file: string | Uint8Array) => {
      const error = await load(kind, file).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ImportProblem);
      return String(error);
    };
    expect(await problem('customers', '')).toContain('empty');
    expect(await problem('customers', 'Colour,Size\nred,5\n')).toContain('Colour, Size');
    expect(await problem('events', 'Email,Event\na@b.c,Signed In\n')).toContain('Date');
    const damaged = Buffer.concat([
      Buffer.from('Email,Name\nx@y.z,José\nana@shop.example,An'),
      Buffer.from([0xe1, 0x0a]),
    ]);
    expect(await problem('customers', damaged)).toContain('Line 3');
  });

  it('reads Latin-1 and UTF-16 as what they are', async () => {
    await load('customers', Buffer.from('Email,Name\njose@shop.example,José Peña\n', 'latin1'));
    expect((await customer(await idOf('jose@shop.example'))).profile.name).toBe('José Peña');
    await load('customers', Buffer.from('\uFEFFEmail\tName\nana@shop.example\tАнна\n', 'utf16le'));
    expect((await customer(await idOf('ana@shop.example'))).profile.name).toBe('Анна');
  });

  it('rejects a cell with a NUL in it like any other, and leaves it out of a name', async () => {
    const { rejects } = await load('customers', 'ID,Email,Name\n1,a\0b,Ana\n2,ben@shop.example,B\0en\n');
    expect(rejects.map(({ reason }) => reason)).toEqual(['"a\uFFFDb" is no e-mail address']);
    expect((await customer('2')).profile.name).toBe('Ben');
  });

  it('leaves out what hides or reorders text, keeps joiners, and a note keeps its lines', async () => {
    const people = [
      'ID,Email,First Name,Last Name,Company,Phone,Tags',
      '1,ana\u200B@shop.example,"Ana\n","\u202EDíaz",Acme\u2066 Ltd,\u202A+43 1\u202C,"v\u2028ip;\u200Bnew"',
      '2,,نیما\u200C,👩\u200D🌾,,,',
      '\u202E3,,\u202E,,,,',
    ].join('\n');
    const { counts: done } = await load('customers', people);
    expect(done).toMatchObject({ created: 3 });
    expect((await customer('1')).profile).toMatchObject({
      name: 'Ana Díaz',
      addresses: ['ana@shop.example'],
      company: 'Acme Ltd',
      phone: '+43 1',
      tags: ['v ip', 'new'],
    });
    expect((await customer('2')).profile.name).toBe('نیما\u200C 👩\u200D🌾');
    expect((await customer(encodeURIComponent('\u202E3'))).profile.name).toBe('3');
    expect((await load('customers', people)).counts).toMatchObject({ created: 0, known: 3 });
    const events = [
      'Email,Event,Date,Owner,Product,Note',
      'ana\u200B@shop.example,Order Completed,2024-01-01,\u202EMia,"Blue\n\u202Ebox","one\n\u202Etwo\0"',
    ].join('\n');
    expect((await load('events', events)).counts).toMatchObject({ created: 1 });
    const { timeline } = await customer('1');
    expect(timeline.find(({ type }: { type: string }) => type === 'Order Completed')).toMatchObject({
      by: 'Mia',
      data: { product: 'Blue box', text: 'one\ntwo' },
    });
    expect((await load('events', events)).counts).toMatchObject({ known: 1 });
  });

  it('mends what is stored with such characters in it, and takes it for no contradiction', async () => {
    await load('customers', 'ID,Name,Company\n1,Ana,Acme\n');
    await server().store.write(async (tx) => {
      const { profile } = await tx.selectFrom('customers').select('profile').executeTakeFirstOrThrow();
      const stored = { ...JSON.parse(profile), name: 'An\u202Ea', company: 'Ac\0me' };
      await tx
        .updateTable('customers')
        .set({ profile: JSON.stringify(stored) })
        .execute();
    });
    const { counts: done } = await load('customers', 'ID,Name,Company\n1,An\u202Ea,Ac\0me\n');
    expect(done).toMatchObject({ updated: 1, rejected: 0 });
    expect((await customer('1')).profile).toMatchObject({ name: 'Ana', company: 'Acme' });
  });

  it('says what is wrong with a customer in the words of the file', async () => {
    const long = 'x'.repeat(301);
    const file = [
      'ID,First Name,Last Name,Job Title,Handy,Mobile Phone,Labels,Email,Create Date,Language',
      `1,${'x'.repeat(200)},${'y'.repeat(200)},,,,,,,`,
      `2,B,,${long},,,,,,`,
      `3,C,,,,${'1'.repeat(61)},,,,`,
      `4,D,,,,,"a,${'t'.repeat(61)}",,,`,
      `5,E,,,,,"${Array.from({ length: 51 }, (_, n) => `t${n}`).join(',')}",,,`,
      `6,F,,,,,,"${Array.from({ length: 51 }, (_, n) => `f${n}@shop.example`).join(' ')}",,`,
      '7,G,,,,,,,1969-05-01,',
      `8,H,,,,,,,,${'e'.repeat(36)}`,
    ].join('\n');
    const { rejects } = await load('customers', file);
    expect(rejects.map(({ line, reason, mend }) => `${line} ${reason}. ${mend}`)).toEqual([
      '2 the name is longer than 300 characters. Shorten it.',
      '3 the cell "Job Title" is longer than 300 characters. Shorten it.',
      '4 the cell "Mobile Phone" is longer than 60 characters. Shorten it.',
      '5 one of the tags in "Labels" is longer than 60 characters. Shorten it.',
      '6 has more than 50 tags. Leave at most 50 of them.',
      '7 has more than 50 addresses. Leave at most 50 of them.',
      '8 the cell "Create Date" lies before 1970. Suki keeps dates from 1970 on: correct it, or empty the cell.',
      '9 the cell "Language" is longer than 35 characters. Shorten it.',
    ]);
  });

  it('keeps the rejected rows of a file until it is imported again', async () => {
    await load('customers', nasty);
    const hash = createHash('sha256').update(nasty).digest('hex');
    const lines: number[] = [];
    for await (const reject of readRejects(server().store, { hash, kind: 'customers' }))
      lines.push(reject.line);
    expect(lines).toEqual([4, 6, 7, 8, 10, 11]);
  });
});
