import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onFreePort } from './ports.ts';
import type { System } from './process.ts';

/** A mail server that takes every mail and passes none on. `taken`: what it took, oldest first. */
export type Post = System & { port: number; taken: Email[] };

export const startPost = (): Promise<Post> =>
  onFreePort(async (port) => {
    const taken: Email[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          PostalMime.parse(Buffer.concat(parts)).then((mail) => {
            taken.push(mail);
            done();
          }, done);
        });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return { port, taken, stop: () => new Promise((resolve) => server.close(() => resolve())) };
  });
