import type { OpenFacts } from '../contract/facts.ts';
import { DAY } from '../contract/primitives.ts';
import { word } from './known.ts';
import type { Teamwork } from './types.ts';

/** After so long whoever it was handed to has read it, or will not. */
const HANDED_FOR = 30 * DAY;

/** [TW1] Who is at work on this customer at `now`: a claim ends by itself, and so do a rest of the machines and a hand-over. */
export const readTeamwork = ({ recent }: OpenFacts, now: number): Teamwork => {
  const teamwork: Teamwork = { claim: null, handedTo: null, automationsPausedUntil: null };
  for (const { type, at, d } of recent.desk) {
    const until = typeof d.until === 'number' ? d.until : 0;
    if (type === 'Claim Taken' && now < until) teamwork.claim = { by: word(d.by), at, until };
    else if (type === 'Handed Over' && now - at < HANDED_FOR)
      teamwork.handedTo = { to: word(d.to) ?? '', by: word(d.by), at };
    else if (type === 'Automations Paused' && now < until) teamwork.automationsPausedUntil = until;
  }
  return teamwork;
};
