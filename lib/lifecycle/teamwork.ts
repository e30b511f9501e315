import type { OpenFacts, Stub } from '../contract/facts.ts';
import type { Teamwork } from './types.ts';

const word = (value: Stub['d'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** [TW1] Who is at work on this customer at `now`: a claim ends by itself, and so does a rest of the machines. */
export const readTeamwork = ({ recent }: OpenFacts, now: number): Teamwork => {
  const teamwork: Teamwork = { claim: null, handedTo: null, automationsPausedUntil: null };
  for (const { type, at, d } of recent.desk) {
    const until = typeof d.until === 'number' ? d.until : 0;
    if (type === 'Claim Taken' && now < until) teamwork.claim = { by: word(d.by), at, until };
    else if (type === 'Handed Over') teamwork.handedTo = { to: word(d.to) ?? '', by: word(d.by), at };
    else if (type === 'Automations Paused' && now < until) teamwork.automationsPausedUntil = until;
  }
  return teamwork;
};
