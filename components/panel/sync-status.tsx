import { CircleCheck, CloudOff, Hourglass, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { SyncState } from '../model.ts';
import { ago, clock, day, daysAgo, number } from '../time.ts';
import { cx } from '../ui/cx.ts';

/** `aside` changes with the clock, so it is not announced. */
type Say = { icon: LucideIcon; tone: string; text: string; aside?: string; loud?: boolean };

/** Whether the refused changes are the sentence itself, because nothing else is more urgent. */
export const tellsRefused = ({ state, pending, progress, parked }: SyncState): boolean =>
  (state === 'online' || state === 'syncing') && progress === null && pending === 0 && parked.length > 0;

/** Why nothing can be sent at the moment, and that it does not matter. */
const offline = ({ why = 'network', pending }: SyncState): string => {
  if (why !== 'network') return `${t(`sync.${why}`)} ${t('sync.kept', { n: pending })}`;
  return pending > 0 ? t('sync.offline.pending', { n: pending }) : t('sync.offline');
};

const since = ({ since: at }: SyncState, now: number): { aside?: string } =>
  at === undefined
    ? {}
    : { aside: t('sync.since', { time: daysAgo(at, now) === 0 ? clock(at) : day(at, now) }) };

/** The state of saving, in one plain sentence. */
const saying = (sync: SyncState, now: number): Say => {
  const { state, pending, parked, progress, lastSyncAt } = sync;
  switch (state) {
    case 'unpaired':
      return { icon: CloudOff, tone: 'text-soft', text: t('sync.unpaired') };
    case 'no-storage':
    case 'storage-full':
    case 'signed-out':
    case 'revoked':
    case 'upgrade-required':
      return { icon: TriangleAlert, tone: 'text-alarm', text: t(`sync.${state}`), ...since(sync, now) };
    case 'offline':
      return { icon: CloudOff, tone: 'text-yellow', text: offline(sync), ...since(sync, now) };
    case 'syncing':
    case 'online':
      if (progress !== null)
        return {
          icon: RefreshCw,
          tone: 'text-soft',
          text: t('sync.first', { percent: number(Math.floor(progress * 100)) }),
        };
      if (pending > 0) return { icon: Hourglass, tone: 'text-soft', text: t('sync.pending', { n: pending }) };
      if (tellsRefused(sync))
        return {
          icon: TriangleAlert,
          tone: 'text-alarm',
          text: t(parked.every(({ theirs }) => theirs) ? 'sync.choose' : 'sync.refused.plain', {
            n: parked.length,
          }),
          loud: true,
        };
      if (state === 'syncing') return { icon: RefreshCw, tone: 'text-soft', text: t('sync.syncing') };
      if (sync.memory) return { icon: TriangleAlert, tone: 'text-yellow', text: t('sync.memory') };
      return {
        icon: CircleCheck,
        tone: 'text-green',
        text: t('sync.saved'),
        aside: lastSyncAt === null ? t('sync.never') : t('sync.at', { ago: ago(lastSyncAt, now) }),
      };
  }
};

/** How this device stands with the server: what is saved, what waits and why, and how much is loaded. */
export const SyncLine = ({ sync, now }: { sync: SyncState; now: number }) => {
  const { icon: Icon, tone, text, aside, loud } = saying(sync, now);
  return (
    <>
      <Icon size={14} aria-hidden className={cx('shrink-0', tone)} />
      <div className="min-w-0 flex-1 basis-32">
        <p className={loud ? 'font-medium text-alarm' : 'text-soft'}>
          <span role="status">{text}</span>
          {aside && ` · ${aside}`}
        </p>
        {sync.progress !== null && (
          <progress
            aria-label={text}
            value={sync.progress}
            className="mt-1 block h-1 w-full overflow-hidden rounded-full accent-leaf"
          />
        )}
      </div>
    </>
  );
};
