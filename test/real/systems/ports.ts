import { createServer } from 'node:net';

/** Listens on `port` for a moment (0: any) and returns the port; rejects when it is taken. */
const probe = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('no port was given'))
          : resolve(address.port),
      );
    });
  });

const isFree = (port: number): Promise<boolean> =>
  probe(port).then(
    () => true,
    () => false,
  );

/**
 * Starts something on a port of 127.0.0.1 that nobody listens on. Between finding it and listening on it
 * somebody else may take it: then, and only then, a failed start is tried again on another one.
 */
export const onFreePort = async <T>(start: (port: number) => Promise<T>, tries = 3): Promise<T> => {
  const port = await probe(0);
  try {
    return await start(port);
  } catch (error) {
    if (tries <= 1 || (await isFree(port))) throw error;
    return onFreePort(start, tries - 1);
  }
};
