import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import type { MutationName } from '#lib/contract/mutations.ts';
import { t } from '#lib/i18n/index.ts';
import { headline } from '../entry.ts';
import { inCare } from '../in-care.ts';
import type { Dispatch, Parked, StageNames } from '../model.ts';
import { useStageNames } from '../stage-names.ts';
import { ago, full } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from './conflict.tsx';

type Props = { open: boolean; onClose: () => void; parked: Parked[]; now: number; dispatch: Dispatch };

/** What was refused. Nothing leaves this list but by the rep's own hand, and discarding asks twice. */
export const ParkedList = ({ open, onClose, parked, now, dispatch }: Props) => (
  <Dialog open={open} onClose={onClose} title={t('parked.title')} text={t('parked.text')}>
    {parked.length === 0 && <p className="text-sm">{t('parked.none')}</p>}
    <ul className="flex flex-col divide-y divide-line">
      {parked.map((one) => (
        <ParkedRow key={one.id} parked={one} now={now} dispatch={dispatch} />
      ))}
    </ul>
    {parked.length > 1 && (
      <section aria-label={t('parked.all')} className="border-line border-t pt-2.5">
        <Answers ids={parked.map(({ id }) => id)} all dispatch={dispatch} />
      </section>
    )}
  </Dialog>
);

const mutations: MutationName[] = [
  'event.record',
  'event.undo',
  'customer.create',
  'customer.tags',
  'customer.assign',
];
/** What the change would have done, as far as that is known: "We called", "Undo: Ordered", "Tag events". */
const inWords = ({ what, about }: Parked, stages: StageNames | null): string => {
  const event = about?.type && headline({ type: about.type, data: about.data ?? {} }, stages);
  if (event) return what === 'event.undo' ? t('timeline.undo', { what: event }) : event;
  if (about?.to) return t('parked.to', { who: inCare(about.to) });
  if (about?.tags) {
    const { add, remove } = about.tags;
    const said = [
      add.length > 0 && t('parked.tags.add', { tags: add.join(', ') }),
      remove.length > 0 && t('parked.tags.remove', { tags: remove.join(', ') }),
    ];
    return said.filter(Boolean).join(' · ');
  }
  const name = mutations.find((one) => one === what);
  return name ? t(`parked.what.${name}`) : what;
};

type RowProps = { parked: Parked; now: number; dispatch: Dispatch };
const ParkedRow = ({ parked, now, dispatch }: RowProps) => {
  const { id, about, at, code, message, theirs } = parked;
  const names = useStageNames();
  return (
    <li className="py-2.5 text-sm">
      <p className="font-medium [overflow-wrap:anywhere]">
        {inWords(parked, names)}
        {about?.customer && (
          <>
            {' · '}
            <bdi>{about.customer}</bdi>
          </>
        )}{' '}
        <span className="font-normal text-soft text-xs">
          <time dateTime={new Date(at).toISOString()} title={full(at)}>
            {ago(at, now)}
          </time>
        </span>
      </p>
      <p className="text-soft text-xs">{t(`refusal.${code}`)}</p>
      {message && <p className="text-2xs text-soft [overflow-wrap:anywhere]">{message}</p>}
      {theirs ? (
        <Choice parked={parked} theirs={theirs} now={now} dispatch={dispatch} />
      ) : (
        <Answers ids={[id]} dispatch={dispatch} />
      )}
    </li>
  );
};

type AnswersProps = { ids: string[]; all?: boolean; dispatch: Dispatch };

/** Try again, keep as a file, or let go. The file and the letting go are asked about first. */
const Answers = ({ ids, all = false, dispatch }: AnswersProps) => {
  const [asked, setAsked] = useState<'save' | 'discard' | null>(null);
  const note = useId();
  const saving = asked === 'save';
  const sure = asked === 'discard';
  const save = () => {
    if (saving) dispatch({ do: 'export-parked', ids });
    setAsked(saving ? null : 'save');
  };
  return (
    <>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button size="sm" onClick={() => dispatch({ do: 'retry-parked', ids })}>
          {t(all ? 'parked.retry.all' : 'parked.retry')}
        </Button>
        <Button size="sm" aria-describedby={saving ? note : undefined} onClick={save}>
          <Download size={13} aria-hidden />
          {t(saving ? 'parked.save.do' : all ? 'parked.save.all' : 'parked.save')}
        </Button>
        <Button
          size="sm"
          look="alarm"
          onBlur={() => setAsked((now) => (now === 'discard' ? null : now))}
          onClick={() => (sure ? dispatch({ do: 'discard-parked', ids }) : setAsked('discard'))}
        >
          {all
            ? t(sure ? 'parked.discard.all.sure' : 'parked.discard.all')
            : t(sure ? 'parked.discard.sure' : 'parked.discard')}
        </Button>
      </div>
      {saving && (
        <p id={note} role="status" className="mt-1.5 text-soft text-xs">
          {t('parked.save.what')}
        </p>
      )}
    </>
  );
};
