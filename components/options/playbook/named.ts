import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import type { Changes } from './draft.ts';

/** What people call the numbers of the policy, each by the chapter that it stands in. */
const policyName = (key: string): string => {
  if (key === 'stages' || key === 'words') return tp('pb.stages');
  if (key === 'cadenceDays') return tp('policy.cadence');
  if (key === 'g6Hours') return tp('policy.hours');
  if (key === 'g8') return tp('policy.dunning');
  return tpOr(`policy.${key}`);
};

/** Plays, numbers and personas of these ids, by name. */
export const namesOf = (
  ids: Iterable<string>,
  ...drafts: readonly Pick<PlaybookDraft, 'plays' | 'personas'>[]
): string[] => {
  const names = new Map(
    drafts.flatMap(({ plays, personas }) => [
      ...plays.map(({ id, text }): [string, string] => [id, text.title || id]),
      ...personas.map(({ id, name }): [string, string] => [id, name || id]),
    ]),
  );
  return [...new Set([...ids].map((id) => names.get(id) ?? policyName(id)))];
};

/** One line for each thing that was changed. */
export const changeNames = (
  { plays, policy, personas }: Changes,
  before: PlaybookDraft,
  now: PlaybookDraft,
): string[] => namesOf([...plays, ...policy, ...personas], before, now);
