import { createContext, use } from 'react';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Finding } from '#lib/contract/playbook-edit.ts';
import type { PlaybookDesk } from '../model.ts';

export type Lint = (playbook: Playbook) => Finding[];

/** What every part of the editor may need beside the form itself. */
export type Desk = PlaybookDesk & {
  now: number;
  /** In whose words this colleague sees the stages; null: as the team has it. */
  stageModel: string | null;
  /** The version that is being edited. */
  base: Playbook;
};
export const DeskContext = createContext<Desk | null>(null);

/** Throws outside of the editor. */
export const useDesk = (): Desk => {
  const desk = use(DeskContext);
  if (!desk) throw new Error('This part belongs inside the editor of the playbook.');
  return desk;
};
