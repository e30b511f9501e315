import type { Play } from '#lib/contract/playbook.ts';
import { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';

/** A play of the built-in playbook that fires for who has complained. */
export const PLAY = 'apologise_personally';

/** The built-in playbook as somebody edits it. */
export const draft = (change: Partial<PlaybookDraft> = {}): PlaybookDraft => ({
  ...PlaybookDraft.parse(defaultPlaybook),
  ...change,
});
/** With a lever on one play. */
export const levered = (lever: number) =>
  draft({ policy: { ...defaultPlaybook.policy, levers: { [PLAY]: lever } } });
/** With one play changed. */
export const changed = (id: string, change: Partial<Play>) =>
  draft({
    plays: defaultPlaybook.plays.map((play) => (play.id === id ? { ...play, ...change } : play)),
  });
