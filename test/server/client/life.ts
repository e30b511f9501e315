import type { DBCore, Dexie } from 'dexie';

/**
 * The life of a browser process. Once its fuse has burnt down nothing that it started goes on: each request to a
 * database fails, which aborts its transaction, as it does when the process is killed.
 */
export const createLife = () => {
  let fuse = Number.POSITIVE_INFINITY;
  const step = (): void => {
    fuse -= 1;
    if (fuse < 0) throw new Error('the browser was killed');
  };
  return {
    step,
    isOver: () => fuse < 0,
    /** Dies at the step after so many. */
    dieIn: (steps: number): void => {
      fuse = steps;
    },
    /** Makes each request to this database a step. */
    watch: (db: Dexie): void => {
      db.use({
        stack: 'dbcore',
        create: (core): DBCore => ({
          ...core,
          table: (name) => {
            const table = core.table(name);
            const watched =
              <A, R>(ask: (request: A) => Promise<R>) =>
              async (request: A): Promise<R> => {
                step();
                return ask(request);
              };
            return {
              ...table,
              mutate: watched((request) => table.mutate(request)),
              get: watched((request) => table.get(request)),
              getMany: watched((request) => table.getMany(request)),
              query: watched((request) => table.query(request)),
              openCursor: watched((request) => table.openCursor(request)),
              count: watched((request) => table.count(request)),
            };
          },
        }),
      });
    },
  };
};
