import { Playbook } from '#lib/contract/playbook.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import type { Store, Tx } from '../store/store.ts';
import { takeNumber } from '../store/workspace.ts';
import { outcomesFor } from './outcomes.ts';

export type StoredPlaybook = { playbook: Playbook; seq: number };

/** Reads the workspace's playbook, and parses it only when it has changed since the last time. */
export type Playbooks = (tx: Tx) => Promise<StoredPlaybook | null>;

export const createPlaybooks = (): Playbooks => {
  let last: StoredPlaybook | null = null;
  return async (tx) => {
    const head = await tx
      .selectFrom('playbooks')
      .select(['id', 'seq'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!head) return null;
    if (last && last.seq === head.seq && last.playbook.id === head.id) return last;
    const row = await tx
      .selectFrom('playbooks')
      .select('body')
      .where('id', '=', head.id)
      .executeTakeFirstOrThrow();
    last = { playbook: Playbook.parse(JSON.parse(row.body)), seq: head.seq };
    return last;
  };
};

/** Stores a playbook unless one with this id and this or a later version is there. */
export const putPlaybook = async (tx: Tx, playbook: Playbook): Promise<boolean> => {
  const known = await tx
    .selectFrom('playbooks')
    .select('version')
    .where('id', '=', playbook.id)
    .executeTakeFirst();
  if (known && known.version >= playbook.version) return false;
  const seq = await takeNumber(tx);
  const row = {
    id: playbook.id,
    version: playbook.version,
    seq,
    body: JSON.stringify({ ...playbook, outcomes: await outcomesFor(tx, playbook) }),
    updated_at: playbook.updatedAt,
  };
  await tx
    .insertInto('playbooks')
    .values(row)
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute();
  return true;
};

/** Gives a workspace the playbook that new ones start with, or its next version. */
export const ensurePlaybook = (store: Store): Promise<boolean> =>
  store.write((tx) => putPlaybook(tx, defaultPlaybook));
