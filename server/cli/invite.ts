import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createPairing } from '../auth.ts';
import { readEnv } from '../env.ts';
import { InviteRequest } from '../routes/control.ts';
import { newSecret } from '../secrets.ts';
import { OperatorError } from '../store/errors.ts';
import { reach, runCommand } from './reach.ts';

const USAGE =
  'npm run invite -- --name Mia [--role admin|founder|rep|read-only] [--address https://suki.example.com] [--data DIR]';

const post = async (url: string, token: string, body: unknown): Promise<string> => {
  const response = await fetch(`${url}/control/invite`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new OperatorError(
      `The running server refused the invitation (${response.status}).`,
      'See its log.',
    );
  }
  return z.object({ code: z.string() }).parse(await response.json()).code;
};

await runCommand(async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      address: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const invitation = InviteRequest.safeParse({ name: values.name, role: values.role });
  if (!invitation.success) {
    const place = invitation.error.issues[0]?.path.join('.') ?? '';
    throw new OperatorError(`--${place}: missing, or not one of those allowed.`, USAGE);
  }
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  let code: string;
  let address = values.address ?? `http://${env.HOST}:${env.PORT}`;
  if ('control' in reached) {
    const { url, token } = reached.control;
    code = await post(url, token, invitation.data);
    address = values.address ?? url;
  } else {
    const deps = { now: Date.now, uuid: randomUUID, secret: newSecret };
    code = await createPairing(reached.store, deps, invitation.data);
    await reached.store.close();
  }
  process.stdout.write(`${address.replace(/\/$/, '')}/pair/${code}\n`);
  process.stderr.write('This link works once, for 24 hours. Send it to nobody else.\n');
});
