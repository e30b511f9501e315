import { DAY } from '../../contract/primitives.ts';
import type { Blocked } from '../types.ts';
import type { Guard } from './guard.ts';

/** No survey asks more than this, however long the talk was. */
const MOST_QUESTIONS = 5;

/** [G4] How many questions a talk of so many minutes carries; null: nobody knows how long it was. */
const questionsAllowed = (minutes: number | null): number => {
  if (minutes === null || minutes < 5) return 1;
  return minutes <= 30 ? 3 : MOST_QUESTIONS;
};

/** [G4] For whoever writes a survey: does it fit, and if not, how many questions would. */
export const surveyFits = (minutes: number | null, questions: number): { fits: boolean; allowed: number } => {
  const allowed = questionsAllowed(minutes);
  return { fits: questions <= allowed, allowed };
};

/** [G4] A survey in proportion to what it is about, and then a rest. */
export const g4: Guard = {
  id: 'G4',
  block: ({ play }, { talk, surveyAt, facts, policy, now }, desk) => {
    if (play.questions === undefined) return null;
    const minutes = talk?.minutes ?? null;
    const { fits, allowed } = surveyFits(minutes, play.questions);
    if (!fits)
      return {
        guard: 'G4',
        until: null,
        because:
          minutes === null
            ? { code: 'guard-g4-unknown', values: { n: allowed, questions: play.questions } }
            : {
                code: 'guard-g4-short',
                values: { n: allowed, questions: play.questions, minutes: Math.round(minutes) },
              },
      };
    let asked = surveyAt ?? 0;
    // A play that asks is a survey as well, whether or not the sending was recorded.
    for (const { at, d } of facts.recent.done)
      if (desk.playOf(String(d.play))?.questions !== undefined) asked = Math.max(asked, at);
    const until = asked + policy.g4SurveyRestDays * DAY;
    if (asked === 0 || now >= until) return null;
    const blocked: Blocked = {
      guard: 'G4',
      until,
      because: { code: 'guard-g4-rests', values: { askedAt: asked, n: policy.g4SurveyRestDays } },
    };
    return blocked;
  },
};
