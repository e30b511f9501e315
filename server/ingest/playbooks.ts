import { Playbook } from '#lib/contract/playbook.ts';
import type { Store, Tx } from '../store/store.ts';
import { takeNumber } from '../store/workspace.ts';

export type StoredPlaybook = { playbook: Playbook; seq: number };

/** Reads the workspace's playbook, and parses it only when it has changed since the last time. */
export type Playbooks = (tx: Tx) => Promise<StoredPlaybook | null>;

const newest = (tx: Tx) => tx.selectFrom('playbooks').orderBy('seq', 'desc').limit(1);

/** The workspace's playbook. What one of an older version lacks gets its default. */
export const readStored = async (tx: Tx): Promise<StoredPlaybook | null> => {
  const row = await newest(tx).select(['body', 'seq']).executeTakeFirst();
  return row ? { playbook: Playbook.parse(JSON.parse(row.body)), seq: row.seq } : null;
};

export const createPlaybooks = (): Playbooks => {
  let last: StoredPlaybook | null = null;
  return async (tx) => {
    const head = await newest(tx).select(['id', 'seq']).executeTakeFirst();
    if (!head) return null;
    if (!last || last.seq !== head.seq || last.playbook.id !== head.id) last = await readStored(tx);
    return last;
  };
};

/** Puts a playbook in the place of the one before, under the number of this transaction: every device pulls it. */
export const storePlaybook = async (tx: Tx, playbook: Playbook, seq: number): Promise<void> => {
  const { id, version } = playbook;
  const row = { id, version, seq, body: JSON.stringify(playbook), updated_at: playbook.updatedAt };
  await tx
    .insertInto('playbooks')
    .values(row)
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute();
};

/**
 * Changes what the server itself counts in the playbook (outcomes, the value model): it stays the same version. `change`
 * gives the new one, or null to leave it as it is.
 * @returns the number under which it shows; null when nothing changed
 */
export const amendPlaybook = (
  store: Store,
  change: (playbook: Playbook) => Playbook | null,
): Promise<number | null> =>
  store.write(async (tx) => {
    // The number first: whoever holds it is the only one to write, and reads what the last one wrote.
    const seq = await takeNumber(tx);
    const stored = await readStored(tx);
    const changed = stored && change(stored.playbook);
    if (!changed) return null;
    await storePlaybook(tx, changed, seq);
    return seq;
  });
