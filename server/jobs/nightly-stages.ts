import type { Playbook } from '#lib/contract/playbook.ts';
import { type IngestDeps, ingestOf } from '../ingest/context.ts';
import { restage } from '../ingest/events.ts';
import { isStageDue } from '../ingest/lifecycle.ts';
import { eachPage, subjectOf } from './nightly-pages.ts';

type Deps = IngestDeps & { signal: AbortSignal };

const playbookOf = async ({ store, playbooks }: Deps): Promise<Playbook | null> =>
  store.read(async (tx) => (await playbooks(tx)).playbook);

/**
 * Reads every customer again and writes down the stages that time alone has changed. Nobody is held while they are read:
 * only the few who are due are held, and read once more, to be written. Of whom there is no event nothing is written.
 * @returns how many there were
 */
export const restageAll = async (deps: Deps, cause: string): Promise<number> => {
  const playbook = await playbookOf(deps);
  if (!playbook) return 0;
  let moved = 0;
  for await (const page of eachPage(deps)) {
    const now = deps.now();
    const due = page
      .filter((row) => {
        const subject = row.events > 0 ? subjectOf(row) : null;
        return subject !== null && isStageDue(subject, { playbook, now });
      })
      .map(({ id }) => id);
    if (due.length === 0) continue;
    moved += await deps.store.write(async (tx) => restage(await ingestOf(deps, tx), due, cause));
  }
  return moved;
};
