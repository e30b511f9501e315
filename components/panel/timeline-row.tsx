import { Hourglass, Undo2 } from 'lucide-react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { isRepEvent } from '#lib/contract/rep-events.ts';
import { t } from '#lib/i18n/index.ts';
import { detail, headline } from '../entry.ts';
import { useStageNames } from '../stage-names.ts';
import { clock, day, daysAgo, full, number } from '../time.ts';
import type { Change } from '../touch-health.ts';
import { buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { EntryIcon } from './entry-icon.tsx';

type Props = {
  entry: TimelineEntry;
  /** Their health at the touchpoint before, where this one differs. */
  fell: Change | null;
  pending: boolean;
  mine: boolean;
  now: number;
  onUndo: () => void;
};

/** One event: what, about what, who, when; and the way back where it is one's own. */
export const TimelineRow = ({ entry, fell, pending, mine, now, onUndo }: Props) => {
  const what = headline(entry, useStageNames());
  const about = detail(entry);
  const url = linkOf(entry);
  const recent = daysAgo(entry.at, now) < 7;
  return (
    <div className="group flex items-start gap-2 rounded-lg py-1.5 hover:bg-sunk/60">
      <EntryIcon entry={entry} />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium">{what}</span>
          {pending && (
            <span className="ms-1.5 inline-flex items-center gap-1 text-2xs text-yellow">
              <Hourglass size={11} aria-hidden />
              {t('timeline.pending')}
            </span>
          )}
        </p>
        {fell && (
          <p className="text-soft text-xs tabular-nums">
            {t('timeline.health', { from: number(fell.from), to: number(fell.to) })}
          </p>
        )}
        {url && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="block truncate text-leaf text-xs underline underline-offset-2"
            dir="ltr"
          >
            {url}
          </a>
        )}
        {about && (
          <p className="text-soft [overflow-wrap:anywhere]" dir="auto">
            {about}
          </p>
        )}
      </div>
      {mine && isRepEvent(entry.type) && (
        <button
          type="button"
          onClick={onUndo}
          aria-label={t('timeline.undo', { what })}
          title={t('toast.undo')}
          className={cx(
            buttonClass({ look: 'quiet', size: 'icon' }),
            '-my-1 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
          )}
        >
          <Undo2 size={14} aria-hidden className="rtl:-scale-x-100" />
        </button>
      )}
      <p className="shrink-0 pt-px text-end text-soft text-xs">
        <time dateTime={new Date(entry.at).toISOString()} title={full(entry.at)}>
          {recent ? clock(entry.at) : day(entry.at, now)}
        </time>
        {entry.by && (
          <span className="block max-w-24 truncate text-2xs" dir="auto" title={entry.by}>
            {entry.by}
          </span>
        )}
      </p>
    </div>
  );
};

/** A link that was noted by hand. Only one that a browser opens as a page. */
const linkOf = ({ type, data: { url } }: TimelineEntry): string | null =>
  isRepEvent(type) && typeof url === 'string' && /^https?:\/\//i.test(url) ? url : null;
