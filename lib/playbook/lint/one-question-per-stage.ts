import type { Finding } from '../../contract/playbook-edit.ts';
import { stages } from '../../contract/stage.ts';
import type { Rule } from './rule.ts';

/** [R4-23] Each stage has exactly one default question, and it is one. */
export const oneQuestionPerStage: Rule = ({ plays }) => {
  const asking = plays.filter((play) => play.stageQuestion === true);
  const unfit: Finding[] = asking
    .filter((play) => play.stages.length !== 1 || play.kind !== 'feedback' || play.questions !== 1)
    .map((play) => ({
      play: play.id,
      path: 'stageQuestion',
      message: 'The question of a stage is for one stage, of the kind "feedback", and a single question.',
      mend: 'Set its kind, one stage and questions to 1, or let it be an ordinary play.',
    }));
  const counted = stages.flatMap((stage): Finding[] => {
    const ids = asking.filter((play) => play.stages.includes(stage)).map(({ id }) => id);
    if (ids.length === 1) return [];
    return [
      {
        play: null,
        path: 'plays',
        message:
          ids.length === 0
            ? `The stage "${stage}" has no question of its own.`
            : `The stage "${stage}" has ${ids.length} default questions: ${ids.join(', ')}.`,
        mend: 'Mark exactly one play as the question of this stage.',
      },
    ];
  });
  return [...unfit, ...counted];
};
