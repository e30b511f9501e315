import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import type { Fault } from './judge.ts';

/** What the last request came to. */
export type Notice =
  | { is: 'said'; text: string }
  | { is: 'failed'; text: string }
  | { is: 'newer'; version: number; by: string | null };

type Props = {
  changes: readonly string[];
  faults: readonly Fault[];
  notice: Notice | null;
  busy: boolean;
  onShow: (place: string) => void;
  onDiscard: () => void;
  onPublish: (note: string) => void;
  onTake: () => void;
};

/** How many faults are named at once; the others follow when these are mended. */
const NAMED = 4;

/** At the foot while something is unpublished: how much, what stands against it, and the two ways on. */
export const Bar = ({ changes, faults, notice, busy, onShow, onDiscard, onPublish, onTake }: Props) => {
  const [asking, setAsking] = useState<'discard' | 'publish' | null>(null);
  const [note, setNote] = useState('');
  const close = () => setAsking(null);
  const n = changes.length;
  return (
    <>
      <div
        role="status"
        className={
          n > 0 || notice
            ? 'sticky bottom-3 z-20 mt-5 rounded-2xl border border-line bg-card p-3 shadow-pop'
            : 'sr-only'
        }
      >
        {notice && <Said notice={notice} busy={busy} onTake={onTake} />}
        {n > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="ps-1">
              <span className="font-medium">{tp('pb.changed', { n })}</span>
              {faults.length > 0 && (
                <span className="block text-alarm">{tp('pb.faults', { n: faults.length })}</span>
              )}
            </p>
            <div className="flex gap-2">
              <Button look="quiet" disabled={busy} onClick={() => setAsking('discard')}>
                {tp('pb.discard')}
              </Button>
              <Button
                look="primary"
                disabled={busy || faults.length > 0}
                onClick={() => setAsking('publish')}
              >
                {tp(busy ? 'pb.publishing' : 'pb.publish')}
              </Button>
            </div>
          </div>
        )}
        {faults.length > 0 && (
          <ul className="mt-2 max-h-36 overflow-y-auto border-line border-t pt-1">
            {faults.slice(0, NAMED).map(({ place, text }) => (
              <li key={`${place} ${text}`} className="flex items-center gap-2 py-0.5">
                <span className="min-w-0 flex-1 ps-1 text-xs [overflow-wrap:anywhere]">{text}</span>
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={`${tp('pb.fault.go')}: ${text}`}
                  onClick={() => onShow(place)}
                >
                  {tp('pb.fault.go')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Dialog
        open={asking === 'discard'}
        onClose={close}
        title={tp('pb.discard.sure')}
        text={tp('pb.discard.text')}
      >
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={close}>{t('panel.cancel')}</Button>
          <Button
            look="alarm"
            onClick={() => {
              close();
              onDiscard();
            }}
          >
            {tp('pb.discard')}
          </Button>
        </div>
      </Dialog>
      <Dialog
        open={asking === 'publish'}
        onClose={close}
        title={tp('pb.publish.title')}
        text={tp('pb.publish.text')}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            close();
            onPublish(note.trim());
          }}
        >
          <ul className="my-3 max-h-40 list-disc overflow-y-auto ps-5">
            {changes.map((change) => (
              <li key={change} dir="auto">
                {change}
              </li>
            ))}
          </ul>
          <Field
            label={tp('pb.publish.note')}
            hint={tp('pb.publish.note.hint')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="mt-4 flex justify-end gap-2">
            <Button onClick={close}>{t('panel.cancel')}</Button>
            <Button type="submit" look="primary">
              {tp('pb.publish.do')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
};

const Said = ({ notice, busy, onTake }: { notice: Notice; busy: boolean; onTake: () => void }) =>
  notice.is === 'newer' ? (
    <div className="mb-2 rounded-xl bg-alarm-wash p-3">
      <p className="font-medium">
        {notice.by === null
          ? tp('pb.newer.nobody', { version: notice.version })
          : tp('pb.newer', { by: notice.by, version: notice.version })}
      </p>
      <p className="mb-2">{tp('pb.newer.text')}</p>
      <Button size="sm" disabled={busy} onClick={onTake}>
        {tp('pb.newer.take')}
      </Button>
    </div>
  ) : (
    <p className={notice.is === 'failed' ? 'mb-2 ps-1 text-alarm' : 'ps-1 font-medium text-leaf'}>
      {notice.text}
    </p>
  );
