import { Download } from 'lucide-react';
import { useState } from 'react';
import type { MutationName } from '#lib/contract/mutations.ts';
import { t } from '#lib/i18n/index.ts';
import { headline } from '../entry.ts';
import type { Dispatch, Parked } from '../model.ts';
import { ago, full } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

type Props = { open: boolean; onClose: () => void; parked: Parked[]; now: number; dispatch: Dispatch };

/** What the server refused. Nothing leaves this list but by the rep's own hand, and discarding asks twice. */
export const ParkedList = ({ open, onClose, parked, now, dispatch }: Props) => (
  <Dialog open={open} onClose={onClose} title={t('parked.title')} text={t('parked.text')}>
    {parked.length === 0 && <p className="text-sm">{t('parked.none')}</p>}
    <ul className="flex flex-col divide-y divide-line">
      {parked.map((one) => (
        <ParkedRow key={one.id} parked={one} now={now} dispatch={dispatch} />
      ))}
    </ul>
    {parked.length > 0 && (
      <Button className="mt-3 w-full" onClick={() => dispatch({ do: 'export-parked' })}>
        <Download size={14} aria-hidden />
        {t('parked.export')}
      </Button>
    )}
  </Dialog>
);

const names: MutationName[] = ['event.record', 'event.undo', 'customer.create'];
/** What the change would have done, as far as that is known: "We called", "Undo: Ordered", "Adding a customer". */
const inWords = ({ what, about }: Parked): string => {
  const event = about?.type && headline({ type: about.type, data: about.data ?? {} });
  if (event) return what === 'event.undo' ? t('timeline.undo', { what: event }) : event;
  const name = names.find((one) => one === what);
  return name ? t(`parked.what.${name}`) : what;
};

type RowProps = { parked: Parked; now: number; dispatch: Dispatch };
const ParkedRow = ({ parked, now, dispatch }: RowProps) => {
  const { id, about, at, code, message } = parked;
  const [sure, setSure] = useState(false);
  return (
    <li className="py-2.5 text-sm">
      <p className="font-medium [overflow-wrap:anywhere]">
        {inWords(parked)}
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
      <p className="text-soft text-xs">{code === 'expired' ? t('parked.expired') : t(`refusal.${code}`)}</p>
      {message && <p className="text-2xs text-soft [overflow-wrap:anywhere]">{message}</p>}
      <div className="mt-1.5 flex gap-1.5">
        <Button size="sm" onClick={() => dispatch({ do: 'retry-parked', id })}>
          {t('parked.retry')}
        </Button>
        <Button
          size="sm"
          look="alarm"
          onBlur={() => setSure(false)}
          onClick={() => (sure ? dispatch({ do: 'discard-parked', id }) : setSure(true))}
        >
          {t(sure ? 'parked.discard.sure' : 'parked.discard')}
        </Button>
      </div>
    </li>
  );
};
