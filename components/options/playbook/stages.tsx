import { useWatch } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { type Shape, shapesOf } from '#lib/contract/shape.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { StageNumbers } from '#lib/contract/stage-book.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Chapter } from './chapter.tsx';
import { useDesk } from './desk.ts';
import { TextField } from './fields.tsx';
import { Shaped } from './shaped.tsx';
import { waysSaid } from './stage-said.ts';
import { at } from './use-field.ts';
import { useStageNames } from './use-stage-names.ts';

const ways = ['enter', 'leave'] as const;
const shapesFor = (stage: Stage, way: (typeof ways)[number]): Shape[] => {
  const { enter, leave } = StageNumbers.shape[stage].shape;
  return shapesOf(way === 'enter' ? enter : leave);
};

/** What each stage is called, and the numbers by which people come into it and leave it. */
export const Stages = () => (
  <div>
    <p className="mb-3 text-soft">{tp('policy.stages.text')}</p>
    {stages.map((stage) => (
      <StageChapter key={stage} stage={stage} />
    ))}
  </div>
);

const StageChapter = ({ stage }: { stage: Stage }) => {
  const numbers = useWatch<PlaybookDraft, 'policy.stages'>({ name: 'policy.stages' })[stage];
  const words = useWatch<PlaybookDraft, 'policy.words'>({ name: 'policy.words' })[stage];
  const { mayEdit } = useDesk();
  const nameOf = useStageNames();
  const own = at('policy.words', stage);
  return (
    <Chapter
      stage={stage}
      title={nameOf(stage)}
      places={[at('policy.stages', stage), own]}
      said={
        <>
          {words?.voice && <p dir="auto">“{words.voice}”</p>}
          <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
            {ways.map((way) => (
              <div key={way} className="max-sm:mt-1 sm:contents">
                <dt className="text-soft">{tp(`policy.stages.${way}`)}</dt>
                <dd>{waysSaid(numbers[way], shapesFor(stage, way), `${stage}.${way}`)}</dd>
              </div>
            ))}
          </dl>
        </>
      }
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField name={at(own, 'name')} label={tp('policy.stages.name')} />
        <TextField
          name={at(own, 'voice')}
          label={tp('policy.stages.voice')}
          hint={tp('policy.stages.voice.hint')}
        />
        <TextField
          name={at(own, 'commitment')}
          label={tp('policy.stages.commitment')}
          className="sm:col-span-2"
        />
      </div>
      {ways.map((way) => (
        <fieldset key={way}>
          <legend className="mb-2 font-semibold text-xs">{tp(`policy.stages.${way}`)}</legend>
          <Shaped
            shapes={shapesFor(stage, way)}
            under={at('policy.stages', stage, way)}
            of={`${stage}.${way}`}
            plain
          />
        </fieldset>
      ))}
      {mayEdit && <p className="text-soft text-xs">{tp('policy.stages.empty')}</p>}
    </Chapter>
  );
};
