import type { ClassName } from './classes.ts';
import type { Patch } from './patch.ts';

/** A mistake that somebody could make, and that must not go unnoticed. `only`: the class of faults that shows it soonest. */
export type Mutant = {
  name: string;
  says: string;
  only: ClassName;
  patches: readonly Patch[];
};

export const mutants: readonly Mutant[] = [
  {
    name: 'sequence-cursor',
    says: 'numbers count as given out before they are committed, as those of a sequence do',
    only: 'order',
    patches: [
      {
        file: 'server/store/workspace.ts',
        find: /return row\.head;/g,
        replace: '(globalThis as any).givenOut = row.head;\n  return row.head;',
      },
      {
        file: 'server/store/store.ts',
        find: 'begin().execute(work)))',
        replace: 'begin().execute(work)).finally(() => { (globalThis as any).givenOut = 0; }))',
      },
      {
        file: 'server/store/store.ts',
        find: 'createGroupCommit((work) => begin().execute(work));',
        replace:
          'createGroupCommit((work) => begin().execute(work).finally(() => { (globalThis as any).givenOut = 0; }));',
      },
      {
        file: 'server/ingest/playbooks.ts',
        find: 'head: row.head,',
        replace: 'head: Math.max(row.head, (globalThis as any).givenOut ?? 0),',
      },
    ],
  },
  {
    name: 'acknowledgement-moves-cursor',
    says: 'the answer to a push moves the cursor of the pull',
    only: 'order',
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
    patches: [
      {
        file: 'server/ingest/pull.ts',
        find: 'const gone = [...rows.filter((row) => row.follows === 0), ...moved].map(({ id }) => id);',
        replace: 'const gone = [...rows.filter((row) => row.follows === 2), ...moved].map(({ id }) => id);',
      },
    ],
  },
];
