import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook, Policy } from '#lib/contract/playbook.ts';
import { stages } from '#lib/contract/stage.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import type { Blocked } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { event, NOW, person } from '../people.ts';

/** A play of care that fires for whoever `began`, and nothing else about it. */
export const care: Play = {
  id: 'plain_care',
  stages: [...stages],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Signed Up', from: 0, to: 3_650 }],
  cooldownDays: 0,
  care: 1,
  prior: 0.5,
  urgency: 'none',
  text: { title: 'Plain', why: '', how: '' },
  rows: ['R0-01'],
};
export const offer: Play = { ...care, id: 'plain_offer', kind: 'commercial', purpose: 'commercial' };
export const reply: Play = { ...care, id: 'plain_reply', kind: 'answer', purpose: 'answer', reply: true };
export const mends: Play = { ...care, id: 'plain_mends', mends: true };
export const survey = (questions: number): Play => ({
  ...care,
  id: 'plain_survey',
  kind: 'feedback',
  purpose: 'feedback',
  questions,
});

export type Given = {
  now?: number;
  profile?: Partial<Profile>;
  policy?: Partial<Policy>;
  playbook?: Partial<Playbook>;
  /** Other plays that the playbook knows, and that were done. */
  known?: Play[];
};

/** What stands against a play, for somebody to whom all this happened and who signed up long ago. */
export const blocked = (play: Play, events: SukiEvent[], given: Given = {}): Blocked | null => {
  const { now = NOW, profile, policy, playbook, known = [] } = given;
  const decision = decide(
    person([event('Signed Up', NOW - 3_000 * 86_400_000, {}), ...events], profile),
    {
      ...defaultPlaybook,
      ...playbook,
      plays: [play, ...known],
      policy: { ...defaultPlaybook.policy, ...policy },
    },
    now,
  );
  const hidden = decision.hidden.find(({ card }) => card.play === play);
  const shown = [decision.top, ...decision.others, ...decision.rest].some((card) => card?.play === play);
  if (!hidden && !shown) throw new Error(`${play.id} did not fire`);
  return hidden?.blocked ?? null;
};
