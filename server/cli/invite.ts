import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { InviteRequest } from '#lib/contract/team.ts';
import { createPairing, revokePairing } from '../auth/pairing.ts';
import { PublicUrl, readEnv } from '../env.ts';
import { CodeAnswer, DoneAnswer } from '../routes/control.ts';
import { newSecret } from '../secrets.ts';
import { OperatorError } from '../store/errors.ts';
import { ask } from './ask.ts';
import { type Reached, reach, runCommand } from './reach.ts';

const USAGE =
  'npm run invite -- --name Mia [--role admin|founder|rep|read-only] [--team NAME]… [--address https://suki.example.com] [--data DIR]\nnpm run invite -- --revoke LINK [--data DIR]';

const NOT_LISTENING =
  'No server runs here, so nothing listens there yet: start it with npm run server (and the same PORT).\n';

const readAddress = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const address = PublicUrl.safeParse(text);
  if (!address.success) {
    throw new OperatorError(
      `--address ${text}: ${address.error.issues[0]?.message ?? 'cannot be read'}.`,
      USAGE,
    );
  }
  return address.data;
};

/** Makes a link that was not used yet worthless. */
const revoke = async (reached: Reached, link: string): Promise<void> => {
  const code = link.split('/').at(-1) ?? '';
  const done =
    'control' in reached
      ? (await ask(reached.control, 'POST', '/invite/revoke', DoneAnswer, { code })).done
      : await revokePairing(reached.store, Date.now(), code);
  if (!done) {
    throw new OperatorError(
      'This link is unknown here, was used, or was revoked before.',
      'If a browser used it, sign that out: npm run devices -- list',
    );
  }
  process.stdout.write('The link no longer works.\n');
};

const PURPOSE =
  'Makes a pairing link for the browser of a colleague. It works once, for 24 hours; --revoke takes it back.';

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      team: { type: 'string', multiple: true },
      address: { type: 'string' },
      data: { type: 'string' },
      revoke: { type: 'string' },
    },
  });
  const { revoke: link } = values;
  if (link !== undefined) {
    const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
    try {
      return await revoke(reached, link);
    } finally {
      if ('store' in reached) await reached.store.close();
    }
  }
  const { name, role, team: teams } = values;
  const invitation = InviteRequest.safeParse({ name, role, teams });
  if (!invitation.success) {
    const place = invitation.error.issues[0]?.path[0]?.toString() ?? '';
    throw new OperatorError(
      `--${place === 'teams' ? 'team' : place}: missing, or not one of those allowed.`,
      USAGE,
    );
  }
  let address = readAddress(values.address) ?? env.PUBLIC_URL;
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  let code: string;
  let local = `http://${env.HOST}:${env.PORT}`;
  if ('control' in reached) {
    const answer = await ask(reached.control, 'POST', '/invite', CodeAnswer, invitation.data);
    code = answer.code;
    // The server that runs may know its address when this command's environment does not.
    address ??= answer.publicUrl;
    local = reached.control.url;
  } else {
    const deps = { now: Date.now, uuid: randomUUID, secret: newSecret };
    try {
      code = await createPairing(reached.store, deps, invitation.data);
    } finally {
      await reached.store.close();
    }
    if (reached.store.kind === 'sqlite') process.stderr.write(NOT_LISTENING);
  }
  process.stdout.write(`${address ?? local}/pair/${code}\n`);
  if (address === undefined) {
    process.stderr.write(
      'It works on this machine only; for others set PUBLIC_URL=https://…, or give --address.\n',
    );
  }
  process.stderr.write('This link works once, for 24 hours. Send it to nobody else.\n');
});
