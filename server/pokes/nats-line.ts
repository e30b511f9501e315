import { connect } from '@nats-io/transport-node';
import type { OpenLine } from './carrier.ts';

const PATIENCE_MS = 5_000;

/** Servers and credentials of `nats://user:password@one:4222,two:4222`; a name without a password is a token. */
export const natsOptions = (natsUrl: string) => {
  const [first = '', ...more] = natsUrl.split(',').map((part) => part.trim());
  const { protocol, host, username, password } = new URL(first);
  const user = decodeURIComponent(username);
  return {
    servers: [host, ...more.map((part) => part.replace(/^\w+:\/\/(?:[^@]*@)?/, ''))],
    ...(protocol === 'tls:' ? { tls: {} } : {}),
    ...(user !== '' && password === '' ? { token: user } : {}),
    ...(password === '' ? {} : { user, pass: decodeURIComponent(password) }),
  };
};

/** Core NATS: whoever is connected hears it, nothing is stored. */
export const natsLine =
  (natsUrl: string, workspace: string): OpenLine =>
  async (hear) => {
    const subject = `suki.pokes.${workspace}`;
    const connection = await connect({
      ...natsOptions(natsUrl),
      name: 'suki-pokes',
      timeout: PATIENCE_MS,
      // Opened anew by who holds it, with everything else that has a line.
      reconnect: false,
      noEcho: true,
    });
    const given = Promise.withResolvers<void>();
    connection.subscribe(subject, {
      callback: (error, message) => {
        if (!error) hear(message.string());
      },
    });
    return {
      send: async (text) => connection.publish(subject, text),
      probe: async () => {
        const late = AbortSignal.timeout(PATIENCE_MS);
        await Promise.race([
          connection.flush(),
          new Promise((_, reject) => late.addEventListener('abort', () => reject(late.reason))),
        ]);
      },
      ended: Promise.race([connection.closed(), given.promise]),
      end: () => {
        // Not awaited: to close it says goodbye first, which nobody may be there to hear.
        given.resolve();
        connection.close().catch(() => {});
      },
    };
  };
