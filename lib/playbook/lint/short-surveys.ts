import { plain } from '../words/plain.ts';
import { each, outgoing } from './rule.ts';

const MOST = 5;

/** [R3-08] [G4] No survey is longer than five questions, and what asks questions says so by its kind. */
export const shortSurveys = each((play) => {
  const found = [];
  if ((play.questions ?? 0) > MOST)
    found.push({
      path: 'questions',
      message: `${play.questions} questions are more than anybody should be asked.`,
      mend: 'Ask one, or five at most after a long talk.',
    });
  if (play.questions !== undefined && play.kind !== 'feedback')
    found.push({
      path: 'kind',
      message: 'It is a survey, but not of the kind "feedback", so nothing would keep it in proportion.',
      mend: 'Set its kind to feedback, or take the number of questions away.',
    });
  for (const { path, text } of outgoing(play)) {
    const marks = plain(text).match(/[?؟]/gu)?.length ?? 0;
    if (marks > MOST)
      found.push({
        path,
        message: `It asks ${marks} questions at once.`,
        mend: 'Keep the one that matters most.',
      });
  }
  return found;
});
