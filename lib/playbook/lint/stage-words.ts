import { stages } from '../../contract/stage.ts';
import { plain } from '../words/plain.ts';
import { whole } from './rule.ts';

/** [R2-16] A stage that the team names is also said the way that the customer would, and the two differ. */
export const stageWords = whole(({ policy }) =>
  stages.flatMap((stage) => {
    const words = policy.words[stage];
    if (!words) return [];
    const name = plain(words.name).trim();
    const voice = plain(words.voice).trim();
    const found = [];
    if (name === '')
      found.push({
        path: `policy.words.${stage}.name`,
        message: `The stage "${stage}" has no name of yours that could be read.`,
        mend: 'Give it a name, or take your words for this stage away altogether.',
      });
    if (voice === '' || voice.toLowerCase() === name.toLowerCase())
      found.push({
        path: `policy.words.${stage}.voice`,
        message: `Nobody said how a customer would put it to be in the stage "${stage}".`,
        mend: 'Write it as they would say it themselves, such as "I am comparing".',
      });
    return found;
  }),
);
