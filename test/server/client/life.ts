import type { DBCore, Dexie } from 'dexie';

/** What a request asks of a database: `mutate customers`, `query mutations`. Null: it goes well. */
export type Disk = (request: string, writes: boolean) => Error | null;

/**
 * The life of a browser process. Once its fuse has burnt down nothing that it started goes on: each request to a
 * database fails, which aborts its transaction, as it does when the process is killed.
 */
export const createLife = () => {
  let fuse = Number.POSITIVE_INFINITY;
  let diedAt: string | null = null;
  const step = (what = 'elsewhere'): void => {
    fuse -= 1;
    if (fuse >= 0) return;
    diedAt ??= what;
    throw new Error('the browser was killed');
  };
  return {
    step,
    isOver: () => fuse < 0,
    /** The first thing that did not happen any more. Null: it lives, or was closed in peace. */
    diedAt: () => diedAt,
    /** Dies at the step after so many. */
    dieIn: (steps: number): void => {
      fuse = steps;
    },
    /** Makes each request to this database a step, which `disk` may let fail. */
    watch: (db: Dexie, disk: Disk = () => null): void => {
      db.use({
        stack: 'dbcore',
        create: (core): DBCore => ({
          ...core,
          table: (name) => {
            const table = core.table(name);
            const watched =
              <A, R>(kind: string, ask: (request: A) => Promise<R>) =>
              (request: A): Promise<R> => {
                const what = `${kind} ${name}`;
                try {
                  step(what);
                  const fault = disk(what, kind === 'mutate');
                  if (fault) throw fault;
                } catch (error) {
                  return Promise.reject(error);
                }
                // What Dexie promises is handed on as it is: an async function here would make it lose its transaction.
                return ask(request);
              };
            return {
              ...table,
              mutate: watched('mutate', (request) => table.mutate(request)),
              get: watched('get', (request) => table.get(request)),
              getMany: watched('get', (request) => table.getMany(request)),
              query: watched('query', (request) => table.query(request)),
              openCursor: watched('walk', (request) => table.openCursor(request)),
              count: watched('count', (request) => table.count(request)),
            };
          },
        }),
      });
    },
  };
};
