import { Settings, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Dispatch, SyncState } from '../model.ts';
import { buttonClass } from '../ui/button.tsx';
import { ParkedList } from './parked.tsx';
import { SyncLine, tellsRefused } from './sync-status.tsx';

type Props = { sync: SyncState; now: number; dispatch: Dispatch };

/** What is saved, waiting, or refused; and the way to the options. */
export const Footer = ({ sync, now, dispatch }: Props) => {
  const [open, setOpen] = useState(false);
  const told = tellsRefused(sync);
  return (
    <footer className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 border-line border-t bg-card py-1 ps-4 pe-2 text-xs">
      <SyncLine sync={sync} now={now} />
      {sync.parked.length > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className={buttonClass({ look: 'alarm', size: 'sm' })}
        >
          {!told && <TriangleAlert size={13} aria-hidden />}
          {told ? t('sync.refused.look') : t('sync.refused', { n: sync.parked.length })}
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
