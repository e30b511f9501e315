// A server as a process of its own that has all its code loaded and waits for a line before it opens the store, so that one can
// take over from another that was killed without the time that a start takes. Prints its address when it serves. A further line
// is a number of pages that its database may have, in place of a disk that is full.
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { serve } from '#server/serve.ts';

const { DATA_DIR = '', DATABASE_URL, PORT = '0' } = process.env;
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };

// A process that is killed would not keep what it has compiled for the next one.
flushCompileCache();
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
await lines.next();
const { url, store } = await serve({
  dataDir: DATA_DIR,
  databaseUrl: DATABASE_URL || undefined,
  port: Number(PORT),
  limits: { usual: plenty, snapshot: plenty, find: plenty, pairing: plenty },
  log: (level, event, details) => {
    if (level === 'error') process.stderr.write(`${event} ${JSON.stringify(details)}\n`);
  },
});
process.stdout.write(`${url}\n`);
for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const pages = Number(line.value);
  await store.write((tx) => sql.raw(`pragma max_page_count = ${pages}`).execute(tx));
  process.stdout.write(`${pages}\n`);
}
