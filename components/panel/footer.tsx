import {
  CircleCheck,
  CloudOff,
  Hourglass,
  type LucideIcon,
  RefreshCw,
  Settings,
  TriangleAlert,
} from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Dispatch, SyncState } from '../model.ts';
import { ago, number } from '../time.ts';
import { buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { ParkedList } from './parked.tsx';

/** `aside` changes with the clock, so it is not announced. */
type Say = { icon: LucideIcon; tone: string; text: string; aside?: string; loud?: boolean };

/** Whether the refused changes are the sentence itself, because nothing else is more urgent. */
const tellsRefused = ({ state, pending, progress, parked }: SyncState): boolean =>
  (state === 'online' || state === 'syncing') && progress === null && pending === 0 && parked.length > 0;

/** The state of saving, in one plain sentence. */
export const saying = (sync: SyncState, now: number): Say => {
  const { state, pending, parked, progress, lastSyncAt } = sync;
  switch (state) {
    case 'unpaired':
      return { icon: CloudOff, tone: 'text-soft', text: t('sync.unpaired') };
    case 'no-storage':
      return { icon: TriangleAlert, tone: 'text-alarm', text: t('sync.no-storage') };
    case 'signed-out':
      return { icon: TriangleAlert, tone: 'text-alarm', text: t('sync.signed-out') };
    case 'upgrade-required':
      return { icon: TriangleAlert, tone: 'text-alarm', text: t('sync.upgrade-required') };
    case 'offline':
      return {
        icon: CloudOff,
        tone: 'text-yellow',
        text: pending > 0 ? t('sync.offline.pending', { n: pending }) : t('sync.offline'),
      };
    case 'syncing':
    case 'online':
      if (progress !== null)
        return {
          icon: RefreshCw,
          tone: 'text-soft',
          text: t('sync.first', { percent: number(progress * 100) }),
        };
      if (pending > 0) return { icon: Hourglass, tone: 'text-soft', text: t('sync.pending', { n: pending }) };
      if (tellsRefused(sync))
        return {
          icon: TriangleAlert,
          tone: 'text-alarm',
          text: t('sync.refused.plain', { n: parked.length }),
          loud: true,
        };
      if (state === 'syncing') return { icon: RefreshCw, tone: 'text-soft', text: t('sync.syncing') };
      return {
        icon: CircleCheck,
        tone: 'text-green',
        text: t('sync.saved'),
        aside: lastSyncAt === null ? t('sync.never') : t('sync.at', { ago: ago(lastSyncAt, now) }),
      };
  }
};

type Props = { sync: SyncState; now: number; dispatch: Dispatch };

/** What is saved, waiting, or refused; and the way to the options. */
export const Footer = ({ sync, now, dispatch }: Props) => {
  const [open, setOpen] = useState(false);
  const { icon: Icon, tone, text, aside, loud } = saying(sync, now);
  return (
    <footer className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 border-line border-t bg-card py-1 ps-4 pe-2 text-xs">
      <Icon size={14} aria-hidden className={cx('shrink-0', tone)} />
      <p className={cx('min-w-0 flex-1 basis-32', loud ? 'font-medium text-alarm' : 'text-soft')}>
        <span role="status">{text}</span>
        {aside && ` · ${aside}`}
      </p>
      {sync.parked.length > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className={buttonClass({ look: 'alarm', size: 'sm' })}
        >
          {!loud && <TriangleAlert size={13} aria-hidden />}
          {loud ? t('sync.refused.look') : t('sync.refused', { n: sync.parked.length })}
        </button>
      )}
      <button
        type="button"
        onClick={() => dispatch({ do: 'open-options' })}
        aria-label={t('panel.options')}
        title={t('panel.options')}
        className={buttonClass({ look: 'quiet', size: 'icon' })}
      >
        <Settings size={15} aria-hidden />
      </button>
      <ParkedList
        open={open}
        onClose={() => setOpen(false)}
        parked={sync.parked}
        now={now}
        dispatch={dispatch}
      />
    </footer>
  );
};
