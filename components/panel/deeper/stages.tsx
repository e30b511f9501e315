import { t } from '#lib/i18n/index.ts';
import { say } from '../../say.ts';
import { type Step, stageSteps } from '../../stage-steps.ts';
import { day, full } from '../../time.ts';
import { StageText } from '../stage-text.tsx';
import type { DeeperProps } from './deeper.tsx';

/** The lifecycle: every stage they came through, newest first, with why. The journey is the timeline; both tell the same events. */
export const Stages = ({ view: { record, decision, stages }, now }: DeeperProps) => {
  const { stage } = decision.reading;
  const steps = stageSteps(record);
  return (
    <div className="flex flex-col gap-2.5">
      <ol className="flex flex-col gap-2.5">
        {steps.map((step, i) => (
          <StepRow
            key={step.id}
            step={step}
            now={now}
            // The newest is where they stand, and of that all reasons are known.
            because={
              i === 0 && step.to === stage.stage && step.because.length === 0
                ? stage.because.map(say)
                : step.because
            }
          />
        ))}
      </ol>
      {steps.length === 0 && <p className="text-soft">{t('stages.none')}</p>}
      <p className="text-2xs text-soft">
        {t('stages.derived')} <bdi>{t('stages.model', { model: stages.model })}</bdi>
      </p>
    </div>
  );
};

const StepRow = ({
  step: { at, from, to, hand },
  because,
  now,
}: {
  step: Step;
  because: string[];
  now: number;
}) => (
  <li data-stage={to ?? undefined} className="flex items-start gap-2">
    <span aria-hidden className="mt-1.5 size-2 shrink-0 rounded-full bg-(--stage,var(--color-edge))" />
    <div className="min-w-0 flex-1">
      <p>
        {to ? (
          <strong className="font-semibold text-(--stage)">
            <StageText stage={to} />
          </strong>
        ) : (
          <span className="font-medium">{t('stages.lifted')}</span>
        )}
        {from && (
          <span className="text-soft text-xs">
            {' '}
            {t('stages.from')} <StageText stage={from} />
          </span>
        )}
      </p>
      {hand && (
        <p className="text-soft text-xs" dir="auto">
          {t('stages.hand', { reason: hand })}
        </p>
      )}
      {because.map((reason) => (
        <p key={reason} className="text-soft text-xs" dir="auto">
          {reason}
        </p>
      ))}
    </div>
    <time dateTime={new Date(at).toISOString()} title={full(at)} className="shrink-0 pt-px text-soft text-xs">
      {day(at, now)}
    </time>
  </li>
);
