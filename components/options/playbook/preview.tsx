import { Users } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { guardIds } from '#lib/contract/decision.ts';
import type { PlaybookDraft, PreviewAnswer } from '#lib/contract/playbook-edit.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { becauseCodes } from '#lib/lifecycle/because.ts';
import type { Because } from '#lib/lifecycle/types.ts';
import { say } from '../../say.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from './desk.ts';
import { clean } from './draft.ts';
import { failedWords } from './failed.ts';
import { faultsIn } from './judge.ts';

type State =
  | { is: 'idle' }
  | { is: 'busy' }
  | { is: 'failed'; text: string; faults: readonly string[] }
  | { is: 'counted'; answer: Extract<PreviewAnswer, { status: 'counted' }> };

/** For whom this play would fire today, as it stands in the form. */
export const Preview = ({ play, index }: { play: string; index: number }) => {
  const { ask } = useDesk();
  const { getValues } = useFormContext<PlaybookDraft>();
  const { errors } = useFormState<PlaybookDraft>();
  const [state, setState] = useState<State>({ is: 'idle' });
  if (!ask) return null;
  // The server counts what fires; whether it may be said is judged here, with each change.
  const faults = faultsIn(errors.plays?.[index]).map(({ text }) => text);
  const look = async () => {
    setState({ is: 'busy' });
    const answer = await ask.preview({ draft: clean(getValues()), play });
    if (!answer.ok) setState({ is: 'failed', text: failedWords(answer.error), faults: [] });
    else if (answer.value.status === 'refused') {
      const faults = answer.value.findings.map(({ message, mend }) => `${message} ${mend}`);
      setState({ is: 'failed', text: tp('pb.try.refused'), faults });
    } else setState({ is: 'counted', answer: answer.value });
  };
  return (
    <section aria-label={tp('pb.try')} className="mt-1 mb-4 rounded-xl bg-leaf-wash p-3.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-56 text-soft text-xs">{tp('pb.try.text')}</p>
        <Button disabled={state.is === 'busy'} onClick={() => void look()}>
          <Users size={14} aria-hidden />
          {tp(state.is === 'busy' ? 'pb.trying' : 'pb.try')}
        </Button>
      </div>
      <div role="status">
        {state.is === 'failed' && <Faults title={state.text} faults={state.faults} />}
        {state.is === 'counted' && (
          <>
            <Counted answer={state.answer} />
            {faults.length > 0 && <Faults title={tp('pb.try.unpublishable')} faults={faults} />}
          </>
        )}
      </div>
    </section>
  );
};

const Faults = ({ title, faults }: { title: string; faults: readonly string[] }) => (
  <div className="mt-2.5 text-alarm">
    <p className={faults.length > 0 ? 'font-medium' : undefined}>{title}</p>
    {faults.length > 0 && (
      <ul className="list-disc ps-4 text-xs">
        {faults.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    )}
  </div>
);

/** The reason as it travels; null where it is of a version that this browser does not know. */
const reasonOf = (why: unknown): Because | null => {
  if (typeof why !== 'object' || why === null || !('code' in why)) return null;
  const code = becauseCodes.find((one) => one === why.code);
  const given: object = 'values' in why && typeof why.values === 'object' && why.values ? why.values : {};
  const values: Because['values'] = {};
  for (const [key, value] of Object.entries(given))
    if (typeof value === 'string' || typeof value === 'number') values[key] = value;
  return code ? { code, values } : null;
};

const Counted = ({
  answer: { customers, fires, top, blocked, examples },
}: {
  answer: Extract<PreviewAnswer, { status: 'counted' }>;
}) => {
  const held = guardIds.flatMap((guard) => {
    const n = blocked[guard] ?? 0;
    return n > 0 ? [{ guard, n }] : [];
  });
  return (
    <div className="mt-3 flex flex-col gap-2.5">
      <p>
        <strong className="font-semibold text-base">{tp('pb.try.fires', { n: fires })}</strong>{' '}
        <span className="text-soft">{tp('pb.try.of', { n: customers })}</span>
        {fires > 0 && <span className="block text-soft text-xs">{tp('pb.try.top', { n: top })}</span>}
      </p>
      {held.length > 0 && (
        <div>
          <h4 className="font-medium text-soft text-xs">{tp('pb.try.held')}</h4>
          <ul>
            {held.map(({ guard, n }) => (
              <li key={guard} className="flex gap-2">
                <span className="w-8 shrink-0 text-end tabular-nums">{n}</span>
                {tp(`guard.${guard}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {examples.length > 0 && (
        <div>
          <h4 className="font-medium text-soft text-xs">{tp('pb.try.examples', { n: examples.length })}</h4>
          <ul className="flex flex-col gap-1">
            {examples.map(({ id, name, why }) => {
              const because = reasonOf(why);
              return (
                <li key={id}>
                  <span dir="auto" className="font-medium">
                    {name}
                  </span>
                  {because && <span className="block text-soft text-xs">{say(because)}</span>}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
};
