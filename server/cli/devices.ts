import { parseArgs } from 'node:util';
import { type Device, DevicesAnswer } from '#lib/contract/team.ts';
import { listDevices, revokeDevice } from '../auth/devices.ts';
import { readEnv } from '../env.ts';
import { DoneAnswer } from '../routes/control.ts';
import { OperatorError } from '../store/errors.ts';
import { ask } from './ask.ts';
import { type Reached, reach, runCommand } from './reach.ts';

const USAGE = 'npm run devices -- list|revoke ID [--data DIR]';

const list = async (reached: Reached): Promise<Device[]> =>
  'control' in reached
    ? (await ask(reached.control, 'GET', '/devices', DevicesAnswer)).devices
    : listDevices(reached.store);

const revoke = async (reached: Reached, id: string): Promise<boolean> =>
  'control' in reached
    ? (await ask(reached.control, 'DELETE', `/devices/${encodeURIComponent(id)}`, DoneAnswer)).done
    : revokeDevice(reached.store, Date.now(), id);

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const line = (device: Device): string =>
  [
    device.id,
    device.member,
    device.name,
    `paired ${day(device.createdAt)}`,
    device.revokedAt === null ? `last seen ${day(device.lastSeenAt)}` : `revoked ${day(device.revokedAt)}`,
  ].join('  ');

const PURPOSE = 'Lists the paired browsers, or signs one out for good: a lost laptop, a colleague who left.';

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [what, id, ...more] = positionals;
  const wanted = what === 'list' ? id === undefined : what === 'revoke' && id !== undefined;
  if (!wanted || more.length > 0)
    throw new OperatorError('Say list, or revoke and the id of a device.', USAGE);
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  try {
    if (id === undefined) {
      const devices = await list(reached);
      process.stdout.write(devices.length === 0 ? 'No device is paired.\n' : '');
      for (const device of devices) process.stdout.write(`${line(device)}\n`);
      return;
    }
    if (!(await revoke(reached, id))) {
      throw new OperatorError(
        `There is no device ${id}, or it was revoked before.`,
        'npm run devices -- list names them all.',
      );
    }
    process.stdout.write('The device is signed out for good.\n');
  } finally {
    if ('store' in reached) await reached.store.close();
  }
});
