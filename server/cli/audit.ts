import { parseArgs } from 'node:util';
import { type AuditEntry, AuditPage, AuditQuery } from '#lib/contract/team.ts';
import { readAudit, readMark } from '../audit.ts';
import { readEnv } from '../env.ts';
import { OperatorError } from '../store/errors.ts';
import { ask } from './ask.ts';
import { type Reached, reach, runCommand } from './reach.ts';

const USAGE =
  'npm run audit -- [--since 2026-11-01] [--member Mia] [--customer ID] [--action NAME] [--json] [--data DIR]';
const DAY = 86_400_000;
/** How far back, when nobody says. */
const DAYS = 7;

const page = async (
  reached: Reached,
  query: AuditQuery,
): Promise<{ entries: AuditEntry[]; before?: string }> => {
  if ('store' in reached) {
    const before = query.before === undefined ? undefined : (readMark(query.before) ?? undefined);
    return reached.store.read((tx) => readAudit(tx, reached.store.kind, { ...query, before }));
  }
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const { entries, before } = await ask(
    reached.control,
    'GET',
    `/audit?${new URLSearchParams(asked)}`,
    AuditPage,
  );
  return { entries, ...(before !== undefined && { before }) };
};

/** All of them, newest first, a page at a time. */
async function* allOf(reached: Reached, query: AuditQuery): AsyncGenerator<AuditEntry> {
  let before: string | undefined;
  do {
    const next = await page(reached, { ...query, ...(before !== undefined && { before }) });
    yield* next.entries;
    before = next.before;
  } while (before !== undefined);
}

const said = (value: string | number | boolean | string[]): string =>
  Array.isArray(value) ? value.join('+') || 'none' : String(value);

const line = ({ at, member, device, action, customer, detail }: AuditEntry): string =>
  [
    new Date(at).toISOString().slice(0, 16).replace('T', ' '),
    member?.name ?? 'operator',
    ...(device ? [device.name] : []),
    action,
    ...(customer ? [customer.id] : []),
    ...Object.entries(detail).map(([name, value]) => `${name}=${said(value)}`),
  ].join('  ');

const readSince = (text: string | undefined, now: number): number => {
  if (text === undefined) return now - DAYS * DAY;
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at) || at < 0)
    throw new OperatorError(`--since ${text}: must look like 2026-11-01.`, USAGE);
  return at;
};

/** An empty answer may be a name that nobody has. */
const nothing = ({ member, customer }: { member?: string; customer?: string }): string => {
  const hint = member === undefined ? '' : ' Members are named by: npm run devices -- list';
  const whose = [member && `member ${member}`, customer && `customer ${customer}`].filter(Boolean).join(', ');
  return `Nothing is on record${whose && ` for ${whose}`} since then.${hint}\n`;
};

const PURPOSE = `Tells who saw and changed what, newest first: of the last ${DAYS} days, or since a day (UTC).`;

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({
    options: {
      since: { type: 'string' },
      member: { type: 'string' },
      customer: { type: 'string' },
      action: { type: 'string' },
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const { since, member, customer, action, json } = values;
  const query = AuditQuery.safeParse({ since: readSince(since, Date.now()), member, customer, action });
  if (!query.success) {
    const [issue] = query.error.issues;
    throw new OperatorError(`--${issue?.path.join('.')}: ${issue?.message}.`, USAGE);
  }
  // Whoever reads it has seen enough (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  try {
    let told = 0;
    for await (const entry of allOf(reached, query.data)) {
      process.stdout.write(`${json ? JSON.stringify(entry) : line(entry)}\n`);
      told += 1;
    }
    if (told === 0) process.stderr.write(nothing(values));
  } finally {
    if ('store' in reached) await reached.store.close();
  }
});
