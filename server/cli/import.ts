import { once } from 'node:events';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { readEnv } from '../env.ts';
import { readEventType } from '../import/event-rows.ts';
import { decode, inspect } from '../import/inspect.ts';
import type { Counts, ImportKind } from '../import/journal.ts';
import { type ImportNews, type ImportOptions, runImport } from '../import/run.ts';
import type { Shared } from '../import/workers.ts';
import { createPlaybooks } from '../ingest/playbooks.ts';
import { OperatorError } from '../store/errors.ts';
import { count } from '../words.ts';
import { createProgress } from './progress.ts';
import { reach, runCommand } from './reach.ts';
import { importRemotely } from './remote-import.ts';

const USAGE =
  'npm run import -- customers|events FILE.csv [--dry-run] [--dates dmy|mdy] [--type "Order Completed"] [--data DIR]';

type Arguments = Omit<ImportOptions, 'hash'> & { file: string; data: string | undefined };

const readArguments = (): Arguments => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      dates: { type: 'string' },
      type: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [kind, file, ...more] = positionals;
  if ((kind !== 'customers' && kind !== 'events') || file === undefined) {
    throw new OperatorError('Say what to import, and from which file.', USAGE);
  }
  if (more.length > 0) throw new OperatorError(`One file at a time; not also ${more.join(' ')}.`, USAGE);
  if (statSync(file).isDirectory()) throw new OperatorError(`${file} is a folder, not a file.`, USAGE);
  const { dates } = values;
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy') {
    throw new OperatorError(`--dates ${dates}: must be dmy or mdy.`, USAGE);
  }
  const type = values.type === undefined ? undefined : readEventType(values.type);
  if (typeof type === 'object') throw new OperatorError(`--type: ${type.reason}.`, type.mend);
  return { kind, file, dates, type, dryRun: values['dry-run'], data: values.data };
};

/** The file's bytes, told to `onRead` as they go by. */
async function* bytesOf(file: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    read += chunk.length;
    onRead(read);
    yield chunk;
  }
}

const rejectsPath = (file: string): string =>
  join(dirname(file), `${basename(file, extname(file))}.rejects.csv`);

/** Writes rejected rows as they come, and no file at all when there is none. */
const createRejects = (path: string) => {
  let out: ReturnType<typeof createWriteStream> | undefined;
  let names: string[] = [];
  rmSync(path, { force: true });
  const write = (cells: string[]) => out?.write(`${Papa.unparse([cells], { newline: '\n' })}\n`);
  return {
    header: (header: string[]) => {
      names = header;
    },
    add: (line: number, reason: string, mend: string, cells: string[]) => {
      if (!out) {
        out = createWriteStream(path, { mode: 0o600 });
        write(['line', 'reason', 'mend', ...names]);
      }
      write([String(line), reason, mend, ...cells]);
    },
    close: async () => {
      if (!out) return;
      out.end();
      await once(out, 'finish');
    },
  };
};

const summary = (kind: ImportKind, counts: Counts, dryRun: boolean): string => {
  const parts = [
    `${counts.created.toLocaleString('en')} new`,
    ...(kind === 'customers' ? [`${counts.updated.toLocaleString('en')} completed`] : []),
    `${counts.known.toLocaleString('en')} already there`,
    `${counts.rejected.toLocaleString('en')} rejected`,
  ];
  return `${count(counts.rows, 'row')} ${dryRun ? 'would be' : '='} ${parts.join(' + ')}\n`;
};

const sharedOrders = ({ rows, order }: Shared): string =>
  `${count(rows, 'row')} ${rows === 1 ? 'repeats' : 'repeat'} an order of a row before, like ${order}: each counts as an order of its own. ` +
  'If they are lines of one order, make them one row with its total first.\n';

/** What a dry run adds to the few rejected rows that it shows. */
const rejectedLater = (shown: number, rejected: number, path: string): string => {
  const more = rejected - shown;
  const rest = more > 0 ? `… and ${more.toLocaleString('en')} more. ` : '';
  return `${rest}Without --dry-run all rejected rows go to ${path}\n`;
};

const PURPOSE =
  'Imports a CSV file of customers or of events. server/README.md tells what its columns may be called.';

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { file, data, ...asked } = readArguments();
  const size = statSync(file).size;
  const progress = createProgress(process.stderr, size);
  const inspected = await inspect(bytesOf(file, () => {}));
  if (inspected.encoding !== 'utf-8') {
    process.stderr.write(`${file} is read as ${inspected.encoding}.\n`);
  }
  const options: ImportOptions = { ...asked, hash: inspected.hash };
  const text = decode(
    bytesOf(file, (bytes) => progress.bytes(bytes)),
    inspected.encoding,
  );
  const reached = await reach(data ?? env.DATA_DIR, env.DATABASE_URL);
  const news: AsyncIterable<ImportNews> =
    'control' in reached
      ? importRemotely(reached.control, text, options)
      : runImport({ store: reached.store, playbooks: createPlaybooks(), now: Date.now }, text, options);
  const path = rejectsPath(file);
  const rejects = options.dryRun ? null : createRejects(path);
  let final: Counts | undefined;
  let shared: Shared = { rows: 0, order: null };
  let shown = 0;
  try {
    for await (const item of news) {
      switch (item.news) {
        case 'header':
          rejects?.header(item.names);
          if (item.unused.length > 0) process.stderr.write(`Columns not used: ${item.unused.join(', ')}\n`);
          if (item.resumedAt > 0) {
            process.stderr.write(`Going on after ${count(item.resumedAt, 'row')} of an earlier run.\n`);
          }
          break;
        case 'progress':
          progress.rows(item.counts.rows);
          break;
        case 'reject': {
          const { line, reason, mend, cells } = item.reject;
          if (rejects) rejects.add(line, reason, mend, cells);
          else process.stdout.write(`line ${line}: ${reason}. ${mend}\n`);
          shown += 1;
          break;
        }
        case 'done':
          final = item.counts;
          shared = item.shared;
      }
    }
  } finally {
    progress.end();
    await rejects?.close();
    if ('store' in reached) await reached.store.close();
  }
  if (!final)
    throw new OperatorError(
      'The import ended early.',
      'Run the same command again; it goes on where it was.',
    );
  if (!rejects && final.rejected > 0) process.stdout.write(rejectedLater(shown, final.rejected, path));
  process.stdout.write(summary(options.kind, final, options.dryRun));
  if (shared.rows > 0) process.stdout.write(sharedOrders(shared));
  if (rejects && final.rejected > 0) process.stdout.write(`Rejected rows: ${path}\n`);
});
