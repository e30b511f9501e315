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

  it('rejects a cell with a NUL in it like any other, and keeps it in a name', async () => {
    const { rejects } = await load('customers', 'ID,Email,Name\n1,a\0b,Ana\n2,ben@shop.example,B\0en\n');
    expect(rejects.map(({ reason }) => reason)).toEqual(['"a\uFFFDb" is no e-mail address']);
    expect((await customer('2')).profile.name).toBe('B\0en');
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
