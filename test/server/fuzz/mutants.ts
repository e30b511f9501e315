import type { ClassName } from './classes.ts';
import type { Patch } from './patch.ts';

/** A mistake that somebody could make, and that must not go unnoticed. `only`: the class of faults that shows it soonest. */
export type Mutant = {
  name: string;
  says: string;
  only: ClassName;
  engine: 'sqlite' | 'postgres';
  patches: readonly Patch[];
};

export const mutants: readonly Mutant[] = [
  {
    name: 'sequence-cursor',
    says: 'numbers come from a sequence, taken when a transaction begins: their order is not that of the commits',
    only: 'order',
    engine: 'postgres',
    patches: [
      {
        file: 'server/ingest/push.ts',
        find: 'const { epoch, byTeams, playbook } = await playbooks(tx);',
        replace: `await fromSequence(tx);
        const { epoch, byTeams, playbook } = await playbooks(tx);`,
      },
      {
        file: 'server/ingest/push.ts',
        find: "import { isTransient } from '../store/retry.ts';",
        replace: `import { isTransient } from '../store/retry.ts';
import { fromSequence } from '../store/workspace.ts';`,
      },
      {
        file: 'server/store/workspace.ts',
        find: 'export const takeNumber = async (tx: Tx): Promise<number> => {',
        replace: `const taken = new WeakMap<Tx, number>();
export const fromSequence = async (tx: Tx): Promise<void> => {
  await sql\`create sequence if not exists numbers start 1000\`.execute(tx);
  const { rows } = await sql<{ n: number }>\`select nextval('numbers') as n\`.execute(tx);
  taken.set(tx, Number(rows[0]?.n));
};
export const takeNumber = async (tx: Tx): Promise<number> => {
  const mine = taken.get(tx);
  if (mine !== undefined) {
    await sql\`update sync_stream set head = greatest(head, \${mine}) where id = 'all'\`.execute(tx);
    return mine;
  }
  return counted(tx);
};
const counted = async (tx: Tx): Promise<number> => {`,
      },
    ],
  },
  {
    name: 'acknowledgement-moves-cursor',
    says: 'the answer to a push moves the cursor of the pull',
    only: 'order',
    engine: 'sqlite',
    patches: [
      {
        file: 'lib/sync/drain.ts',
        find: 'await settle(deps.outbox, results);',
        replace: `await settle(deps.outbox, results);
    const reached = Math.max(0, ...results.flatMap((result) => ('seq' in result ? [Number(result.seq)] : [])));
    await (deps as any).cache.meta.where({ key: 'progress' }).modify((progress: any) => {
      if (progress.cursor !== null && Number(progress.cursor) < reached) progress.cursor = String(reached);
    });`,
      },
    ],
  },
  {
    name: 'fresh-ids',
    says: 'what got no answer is sent again under a new id',
    only: 'network',
    engine: 'sqlite',
    patches: [
      {
        file: 'lib/sync/drain.ts',
        find: 'const { error } = answer;',
        replace: `const { error } = answer;
      if (error.code === 'network')
        await deps.outbox.db.transaction('rw', deps.outbox.db.mutations, async () => {
          for (const row of rows) {
            const id = deps.outbox.uuid();
            await deps.outbox.db.mutations.delete(row.id);
            await deps.outbox.db.mutations.add({ ...row, id, body: row.body.replaceAll(row.id, id) });
          }
        });`,
      },
    ],
  },
  {
    name: 'cursor-before-rows',
    says: 'the cursor is stored before the rows that it stands for',
    only: 'kill',
    engine: 'sqlite',
    patches: [
      {
        file: 'lib/sync/pull.ts',
        find: 'await withRoom(cache, () => applyPage(cache, from, answer.value, step));',
        replace: `await cache.meta.put({ ...from, ...step });
    await withRoom(cache, () => applyPage(cache, { ...from, ...step }, answer.value, step));`,
      },
    ],
  },
  {
    name: 'overlay-ends-with-acknowledgement',
    says: 'a click leaves the overlay when it is acknowledged, before its row is here',
    only: 'overlay',
    engine: 'sqlite',
    patches: [
      {
        file: 'lib/cache/overlay.ts',
        find: "row.state === 'queued' || (row.state === 'acked' && (cursor === null || !atLeast(cursor, row.seq)));",
        replace: "row.state === 'queued' && cursor !== '';",
      },
    ],
  },
  {
    name: 'repeats-by-number-only',
    says: 'the server tells repeats by their number alone, not by their UUID',
    only: 'fork',
    engine: 'sqlite',
    patches: [
      {
        file: 'server/ingest/settle.ts',
        find: 'if (sent && sent.mutation_id !== id)',
        replace: 'if (sent && !id)',
      },
      {
        file: 'server/ingest/settle.ts',
        find: 'const result = sent ? await storedResult(tx, envelope) : null;',
        replace:
          'const result = sent ? await storedResult(tx, { ...envelope, id: sent.mutation_id }) : null;',
      },
      {
        file: 'server/ingest/settle.ts',
        find: "return { kind: 'settled', lmid, result: result ?? { status: 'expired', mid, id } };",
        replace:
          "return { kind: 'settled', lmid, result: result ? { ...result, id } : { status: 'expired', mid, id } };",
      },
    ],
  },
  {
    name: 'ring-not-sent-again',
    says: 'after a restore what was acknowledged is not pushed again',
    only: 'restore',
    engine: 'sqlite',
    patches: [
      {
        file: 'lib/cache/client.ts',
        find: "restart(deps, (row) => row.state === 'queued' || (ring && row.state === 'acked')),",
        replace:
          "restart(deps, (row) => row.state === 'queued' || (!ring && row.state === 'acked' && row.mid < -1e9)),",
      },
    ],
  },
  {
    name: 'out-of-sight-stays',
    says: 'who moves out of sight is not told to be gone',
    only: 'bootstrap',
    engine: 'sqlite',
    patches: [
      {
        file: 'server/ingest/pull.ts',
        find: 'const gone = rows.filter((row) => row.follows === 0).map(({ id }) => id);',
        replace: 'const gone = rows.filter((row) => row.follows === 2).map(({ id }) => id);',
      },
    ],
  },
];
