import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from './http/types.ts';
import { OperatorError } from './store/errors.ts';

/** After this long, whoever still holds a connection is cut off. */
const PATIENCE_MS = 5_000;

/**
 * How long a connection is kept for the next request. Longer than a device's minute between two exchanges and than proxies keep
 * theirs: a new connection waits for a turn of the event loop of its own, which is what a busy process has least of.
 */
const KEPT_MS = 75_000;

export type Listening = { port: number; close: () => Promise<void> };

const explain = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new OperatorError(
        `Port ${port} is in use by another program.`,
        'Stop that program, or choose another port: set PORT=…',
        { cause: error },
      );
    case 'EACCES':
      return new OperatorError(`Port ${port} may not be opened.`, 'Choose one above 1023: set PORT=…', {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError(
        `${host} is no address of this machine.`,
        'Set HOST=127.0.0.1 or HOST=0.0.0.0.',
        {
          cause: error,
        },
      );
    default:
      return error;
  }
};

/** Serves an app. Throws an OperatorError when the port cannot be had. */
export const listen = (app: App, host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: KEPT_MS }, getRequestListener(app.fetch));
    const failed = (error: NodeJS.ErrnoException) => reject(explain(error, host, port));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () =>
          new Promise((done) => {
            const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
            // A browser keeps its connection for the next request; those become idle one by one.
            const sweep = setInterval(() => server.closeIdleConnections(), 50);
            server.close(() => {
              clearTimeout(cut);
              clearInterval(sweep);
              done();
            });
          }),
      });
    });
  });
