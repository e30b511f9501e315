import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { textLines } from '../text-lines.ts';
import { BackupFault, Header, RowLine, TableLine, Trailer, type Value } from './format.ts';
import { type StoredTable, storedTables } from './tables.ts';

/** What a backup says, in its order. `rows` has some rows of a table, never all of many. */
export type BackupNews =
  | { news: 'header'; header: Header }
  | { news: 'rows'; table: StoredTable; columns: readonly string[]; rows: readonly (readonly Value[])[] };

const PAGE = 500;

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const rest = yield* textLines(bytes);
  if (rest !== '') throw new BackupFault('it ends in the middle of a line');
}

const parse = <T>(schema: z.ZodType<T>, text: string, line: number): T => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupFault(`line ${line} is no JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BackupFault(`line ${line}, ${issue?.path.join('.') || 'as a whole'}: ${issue?.message}`);
};

/** What unpacking says of a file that is cut short, damaged, or something else. */
const unpackFault = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'Z_BUF_ERROR') return new BackupFault('it is cut short');
  if (error.code === 'Z_DATA_ERROR') return new BackupFault('it is damaged, or no backup at all');
  if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new BackupFault('it is damaged');
  return error;
};

/** Says in order what the lines hold, and that all of them came as they were written. */
async function* newsOf(lines: AsyncIterable<string>): AsyncGenerator<BackupNews> {
  const digest = createHash('sha256');
  let at = 0;
  let header: Header | undefined;
  let table: TableLine | undefined;
  let left = 0;
  let total = 0;
  let page: Value[][] = [];
  let isOver = false;
  const seen: string[] = [];
  const flush = (): BackupNews[] => {
    if (!table || page.length === 0) return [];
    const rows = page;
    page = [];
    return [{ news: 'rows', table: table.table, columns: table.columns, rows }];
  };
  for await (const text of lines) {
    at += 1;
    if (isOver) throw new BackupFault(`line ${at} comes after the end`);
    if (!header) {
      header = parse(Header, text, at);
      yield { news: 'header', header };
    } else if (text.startsWith('[')) {
      const row = parse(RowLine, text, at);
      if (!table || left === 0) throw new BackupFault(`line ${at} is a row too many`);
      if (row.length !== table.columns.length)
        throw new BackupFault(`line ${at} has another number of values`);
      left -= 1;
      total += 1;
      page.push(row);
      if (page.length >= PAGE) yield* flush();
    } else {
      yield* flush();
      if (left > 0) throw new BackupFault(`${left} rows of ${table?.table} are missing before line ${at}`);
      if (text.startsWith('{"end"')) {
        const { end } = parse(Trailer, text, at);
        if (end.rows !== total || header.rows !== total || end.sha256 !== digest.digest('hex'))
          throw new BackupFault('it was changed after it was written');
        isOver = true;
        continue;
      }
      table = parse(TableLine, text, at);
      if (seen.includes(table.table)) throw new BackupFault(`line ${at} begins ${table.table} again`);
      seen.push(table.table);
      left = table.rows;
    }
    digest.update(`${text}\n`);
  }
  if (!isOver) throw new BackupFault('it is cut short');
  const missing = storedTables.filter((name) => !seen.includes(name));
  if (missing.length > 0) throw new BackupFault(`it has nothing about ${missing.join(', ')}`);
}

/**
 * Reads a backup and says what is in it. Whether it is whole is known when the last was said: who writes what it says must be
 * able to take that back. Throws BackupFault.
 */
export async function* readBackup(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupNews> {
  const packed = Readable.from(bytes);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    yield* newsOf(linesOf(packed.pipe(unpacked)));
  } catch (error) {
    throw unpackFault(error);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}
