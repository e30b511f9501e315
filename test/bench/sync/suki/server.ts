import { parseArgs } from 'node:util';
import { serve } from '#server/serve.ts';
import { openAt, pairDevices, seedCustomers, spendNight } from './seed.ts';

/*
 * The server as it is, in a process of its own: filled with `--customers` and `--devices`, then started. It says where it is
 * in one line of JSON. Its one page more is empty, for the client to run in.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    database: { type: 'string' },
    customers: { type: 'string' },
    devices: { type: 'string', default: '1' },
    /** Lets one device ask as often as it can, to find out how often that is. */
    unlimited: { type: 'boolean', default: false },
    /** The work of the night is done already, so that a new server does not do it while it is measured. */
    morning: { type: 'boolean', default: false },
  },
});
const place = { dataDir: values.data ?? '', databaseUrl: values.database };
const store = await openAt(place);
await seedCustomers(store, Number(values.customers));
const tokens = await pairDevices(store, Number(values.devices));
if (values.morning) await spendNight(store);
await store.close();

const anything = { burst: 1e9, perSecond: 1e9 };
const { url } = await serve({
  ...place,
  port: 0,
  log: () => {},
  ...(values.unlimited && { limits: { usual: anything, snapshot: anything, find: anything } }),
  extra: (app) =>
    void app.get('/bench', (c) => {
      c.header('Content-Security-Policy', "default-src 'self'");
      return c.html('<!doctype html><title>Suki</title>');
    }),
});
process.stdout.write(`${JSON.stringify({ url, tokens })}\n`);
