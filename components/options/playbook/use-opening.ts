import { useCallback, useEffect, useState } from 'react';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PlaybookDraft, PlaybookVersion } from '#lib/contract/playbook-edit.ts';
import { tp } from '#lib/i18n/playbook.ts';
import type { PlaybookDesk } from '../model.ts';
import type { Notice } from './bar.tsx';
import type { Lint } from './desk.ts';
import { draftOf } from './draft.ts';
import { readKept } from './keep.ts';

/** What an edit begins from. `turn` is new with each beginning, so that no form of the last one lives on. */
export type Opening = {
  turn: number;
  base: Playbook;
  draft: PlaybookDraft;
  versions: PlaybookVersion[];
  lint: Lint;
  /** What to say first: that an edit was found, or what became of the last one. */
  notice: Notice | null;
};
const nothing: Lint = () => [];

/**
 * Opens the playbook: for who may edit, with its history and the checks, and with the edit that was left here before.
 * Null until it is there.
 */
export const useOpening = (desk: PlaybookDesk) => {
  const [opening, setOpening] = useState<Opening | null>(null);
  const { playbook, mayEdit, ask, loadLint } = desk;
  const begin = useCallback(
    (next: Omit<Opening, 'turn'>) => setOpening((last) => ({ ...next, turn: (last?.turn ?? 0) + 1 })),
    [],
  );

  /** Fetches the newest version; null where the server does not answer, and this browser's own stands in at first. */
  const fetchNewest = useCallback(async () => {
    const answer = await ask?.playbookHistory();
    return answer?.ok ? answer.value : null;
  }, [ask]);

  // A reader follows what is synced; an edit is opened once, and goes on whatever is synced meanwhile.
  const shown = mayEdit ? null : playbook;
  const here = playbook !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another version opens it anew, not each sync.
  useEffect(() => {
    if (mayEdit ? opening !== null || !(here || ask) : !here) return;
    let gone = false;
    const open = async () => {
      if (shown) {
        const history = await fetchNewest();
        if (gone) return;
        return begin({
          base: shown,
          draft: draftOf(shown),
          versions: history?.versions ?? [],
          lint: nothing,
          notice: null,
        });
      }
      const [lint, newest] = await Promise.all([loadLint(), fetchNewest()]);
      const kept = readKept();
      const base = kept?.base ?? newest?.playbook ?? playbook;
      if (gone || !base) return;
      begin({
        base,
        draft: kept?.draft ?? draftOf(base),
        versions: newest?.versions ?? [],
        lint,
        notice:
          newest === null
            ? { is: 'failed', text: tp('pb.offline') }
            : kept
              ? { is: 'said', text: tp('pb.kept') }
              : null,
      });
    };
    void open();
    return () => {
      gone = true;
    };
  }, [here, ask, shown?.version]);

  return { opening, begin, fetchNewest };
};
