import type { Play, Playbook, Policy } from '#lib/contract/playbook.ts';
import type { Finding } from '#lib/contract/playbook-edit.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { lint } from '#lib/playbook/lint.ts';

export const play = (id: string): Play => {
  const found = defaultPlaybook.plays.find((each) => each.id === id);
  if (!found) throw new Error(`no play ${id}`);
  return found;
};

/** What lint says of the default playbook with something changed. */
export const linting = (change: Partial<Playbook>): Finding[] =>
  lint({ ...defaultPlaybook, ...change }, isSeen);
export const lintingPolicy = (change: Partial<Policy>): Finding[] =>
  linting({ policy: { ...defaultPlaybook.policy, ...change } });
export const lintingPlay = (id: string, change: Partial<Play>): Finding[] =>
  linting({ plays: defaultPlaybook.plays.map((each) => (each.id === id ? { ...each, ...change } : each)) });
export const lintingDraft = (id: string, draft: string): Finding[] =>
  lintingPlay(id, { text: { ...play(id).text, draft: `${draft} ${OWN_SENTENCE}` } });
