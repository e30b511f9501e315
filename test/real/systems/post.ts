import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onFreePort } from './ports.ts';
import type { System } from './process.ts';

/** A mail server that passes none on. `taken`: what it took, oldest first. `open`: while false it takes none. */
export type Post = System & { port: number; taken: Email[]; open: boolean };

export const startPost = (): Promise<Post> =>
  onFreePort(async (port) => {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) => done(post.open ? null : new Error('closed for today')),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          PostalMime.parse(Buffer.concat(parts)).then((mail) => {
            post.taken.push(mail);
            done();
          }, done);
        });
      },
    });
    const post: Post = {
      port,
      taken: [],
      open: true,
      stop: () => new Promise((resolve) => server.close(() => resolve())),
    };
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return post;
  });
