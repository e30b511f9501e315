import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CustomerRecord, TimelineEntry } from '#lib/contract/customer.ts';
import { t } from '#lib/i18n/index.ts';
import { newestFirst } from '../entry.ts';
import { stretch } from '../time.ts';
import { healthChanges } from '../touch-health.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Section } from '../ui/section.tsx';
import type { Acts } from './acts.ts';
import { TimelineRow } from './timeline-row.tsx';

export type Line =
  | { kind: 'heading'; key: string; text: string }
  | { kind: 'entry'; key: string; entry: TimelineEntry };

/** Newest first, with a heading wherever the day or the month changes. */
export const lines = (timeline: TimelineEntry[], now: number): Line[] => {
  let last = '';
  return [...timeline].sort(newestFirst).flatMap((entry): Line[] => {
    const text = stretch(entry.at, now);
    const line: Line = { kind: 'entry', key: entry.id, entry };
    if (text === last) return [line];
    last = text;
    return [{ kind: 'heading', key: `at ${text}`, text }, line];
  });
};

type Props = {
  record: CustomerRecord;
  olderMissing?: boolean | undefined;
  pending: ReadonlySet<string>;
  member: string | null;
  now: number;
  acts: Acts;
  scroller: HTMLElement | null;
};

/** Everything that happened. Only the rows in view are in the document, however long the story is. */
export const Timeline = ({ record, olderMissing = false, pending, member, now, acts, scroller }: Props) => {
  const rows = useMemo(() => lines(record.timeline, now), [record.timeline, now]);
  const changes = useMemo(() => healthChanges(record.timeline), [record.timeline]);
  const list = useRef<HTMLOListElement>(null);
  const top = useTopWithin(scroller, list);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (i) => (rows[i]?.kind === 'heading' ? 30 : 44),
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 8,
    scrollMargin: top,
  });
  const oldest = rows.at(-1);
  const more = record.events > record.timeline.length;
  return (
    <Section
      label={t('timeline.label')}
      id="timeline"
      aside={
        <span className="text-soft text-xs">
          {t('timeline.count', { n: Math.max(record.events, record.timeline.length) })}
        </span>
      }
    >
      {rows.length === 0 && <p className="text-soft">{t('timeline.empty')}</p>}
      <ol ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {row.kind === 'heading' ? (
                <h3 className={cx('pb-1 font-medium text-soft text-xs', index > 0 && 'pt-3')}>{row.text}</h3>
              ) : (
                <TimelineRow
                  entry={row.entry}
                  fell={changes.get(row.entry.id) ?? null}
                  pending={pending.has(row.entry.id)}
                  mine={pending.has(row.entry.id) || (member !== null && row.entry.by === member)}
                  now={now}
                  onUndo={() => acts.undo(row.entry.id)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {oldest?.kind === 'entry' && (
        <div className="pt-2 text-center">
          {more && olderMissing && (
            <p role="status" className="pb-1 text-2xs text-soft">
              {t('timeline.older.unreachable')}
            </p>
          )}
          {more ? (
            <Button size="sm" onClick={() => acts.dispatch({ do: 'older-events', before: oldest.entry.id })}>
              {t('timeline.older')}
            </Button>
          ) : (
            <p className="text-2xs text-soft">{t('timeline.start')}</p>
          )}
        </div>
      )}
    </Section>
  );
};

/** How far the list begins below the top of what scrolls; what stands above it can grow and shrink. */
const useTopWithin = (outer: HTMLElement | null, list: RefObject<HTMLElement | null>): number => {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const inner = list.current;
    if (!outer || !inner) return;
    const measure = () =>
      setTop(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop);
    measure();
    const sizes = new ResizeObserver(measure);
    const article = inner.closest('article');
    if (article) for (const part of article.children) sizes.observe(part);
    return () => sizes.disconnect();
  }, [outer, list]);
  return top;
};
