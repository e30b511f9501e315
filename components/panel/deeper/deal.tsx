import { Check, Circle, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { MeddicItem } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import { newestFirst } from '../../entry.ts';
import { cutLink } from '../../social.ts';
import { day, number } from '../../time.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Words } from '../../ui/choice.tsx';
import { cx } from '../../ui/cx.ts';
import type { Acts } from '../acts.ts';
import type { DeeperProps } from './deeper.tsx';

/** The six questions of a sale to a company: which are answered, by what, and which to ask next. */
export const Deal = ({ view: { record, decision }, now, acts }: DeeperProps) => {
  const [writing, setWriting] = useState<MeddicItem | null>(null);
  const { meddic } = decision.reading;
  if (!meddic) return null;
  const { score, items, next } = meddic;
  return (
    <div>
      <p className="font-medium">{t('deal.score', { n: number(score) })}</p>
      <p className="text-soft">
        {next ? (
          <>
            {t('deal.next', { item: t(`deal.${next}`) })}
            <span className="block italic">{t(`deal.ask.${next}`)}</span>
          </>
        ) : (
          t('deal.full')
        )}
      </p>
      <ul className="mt-2 flex flex-col divide-y divide-line border-line border-t">
        {items.map(({ item, knownAt }) => (
          <li key={item} className="py-1.5">
            <div className="flex items-start gap-2">
              {knownAt === null ? (
                <Circle size={14} aria-hidden className="mt-0.5 shrink-0 text-soft" />
              ) : (
                <Check size={14} aria-hidden className="mt-0.5 shrink-0 text-green" />
              )}
              <p className="min-w-0 flex-1">
                <span className={cx(knownAt !== null && 'font-medium')}>{t(`deal.${item}`)}</span>
                <span className="block text-soft text-xs">
                  {knownAt === null ? t('deal.missing') : t('deal.known', { date: day(knownAt, now) })}
                </span>
              </p>
              {knownAt === null ? (
                <Button
                  size="sm"
                  look="quiet"
                  aria-expanded={writing === item}
                  aria-label={t('deal.edit', { item: t(`deal.${item}`) })}
                  onClick={() => setWriting(writing === item ? null : item)}
                >
                  {t('person.word.add')}
                </Button>
              ) : (
                <button
                  type="button"
                  aria-label={t('deal.clear', { item: t(`deal.${item}`) })}
                  title={t('deal.clear', { item: t(`deal.${item}`) })}
                  onClick={() =>
                    acts.record(t('deal.clear.toast', { name: acts.name, item: t(`deal.${item}`) }), {
                      type: 'MEDDIC Cleared',
                      data: { item },
                    })
                  }
                  className={buttonClass({ look: 'quiet', size: 'icon' })}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </div>
            {knownAt !== null && <Evidence timeline={record.timeline} item={item} />}
            {writing === item && <Note item={item} acts={acts} onNoted={() => setWriting(null)} />}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What says so, as far back as the timeline reaches. */
const Evidence = ({ timeline, item }: { timeline: TimelineEntry[]; item: MeddicItem }) => {
  const entry = [...timeline]
    .sort(newestFirst)
    .find(({ type, data }) => type === 'MEDDIC Noted' && data.item === item);
  const { text, url } = entry?.data ?? {};
  return (
    <>
      {typeof text === 'string' && (
        <p className="ps-5.5 text-xs" dir="auto">
          {text}
        </p>
      )}
      {typeof url === 'string' && /^https?:\/\//i.test(url) && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="ms-5.5 text-leaf text-xs underline underline-offset-2"
        >
          {t('deal.link')}
        </a>
      )}
    </>
  );
};

const Note = ({ item, acts, onNoted }: { item: MeddicItem; acts: Acts; onNoted: () => void }) => {
  const [typed, setTyped] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { text, url } = cutLink(typed);
    acts.record(t('deal.toast', { name: acts.name, item: t(`deal.${item}`) }), {
      type: 'MEDDIC Noted',
      data: { item, ...(text && { text }), ...(url && { url }) },
    });
    onNoted();
  };
  return (
    <form onSubmit={save} className="mt-1.5 flex flex-col gap-1.5">
      <Words label={t('deal.evidence')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit" size="sm" className="self-end">
        {t('deeper.save')}
      </Button>
    </form>
  );
};
