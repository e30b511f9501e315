import { parseArgs } from 'node:util';
import { limitsOf, readEnv } from './env.ts';
import { operatorFault } from './faults.ts';
import { createLog } from './log.ts';
import { serve } from './serve.ts';

const USAGE = 'npm run server [-- --data DIR]; all else are settings of the environment (server/README.md).';

try {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(`Runs the server until it is ended.\n\n${USAGE}\n`);
    process.exit(0);
  }
  const env = readEnv(process.env);
  const serving = await serve({
    dataDir: values.data ?? env.DATA_DIR,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    isolation: env.PG_ISOLATION,
    pokes: env.POKES,
    natsUrl: env.NATS_URL,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY,
    limits: limitsOf(env),
    auditDays: env.AUDIT_DAYS,
    kept: env.CUSTOMERS_PER_DEVICE,
    log: createLog(env.LOG_LEVEL, Date.now, (line) => process.stdout.write(line)),
  });
  let stopping = false;
  const stop = async () => {
    // A second signal, from somebody who does not want to wait, ends it at once.
    if (stopping) process.exit(1);
    stopping = true;
    await serving.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
} catch (error) {
  const fault = operatorFault(error, USAGE);
  if (!fault) throw error;
  process.stderr.write(`${fault.message}\n${fault.mend}\n`);
  process.exit(1);
}
