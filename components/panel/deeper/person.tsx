import { Lock } from 'lucide-react';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { ProfilePart, profileParts } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import { type Completeness, completeness } from '#lib/lifecycle/completeness.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { newestFirst } from '../../entry.ts';
import { day } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Select, Words } from '../../ui/choice.tsx';
import type { Acts } from '../acts.ts';
import { PersonaChoice } from '../persona.tsx';
import type { DeeperProps } from './deeper.tsx';
import { SpecialDays } from './special-days.tsx';

/** Who they are: as a persona, in their three parts, what they need and compare us with, and the days that they told us. */
export const Person = ({ view: { record, playbook, decision }, now, acts }: DeeperProps) => {
  const known = useMemo(() => makeView(record, playbook, now), [record, playbook, now]);
  const newest = useMemo(() => [...record.timeline].sort(newestFirst), [record.timeline]);
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('person.persona')}>
        <PersonaChoice match={decision.reading.persona} personas={playbook.personas} now={now} acts={acts} />
      </Part>
      <Part title={t('person.profile')}>
        <Known {...completeness(known, decision.reading.stage.stage)} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {profileParts.map((part) => (
            <Noted
              key={part}
              title={t(`person.part.${part}`)}
              entry={newest.find(({ type, data }) => type === 'Profile Noted' && data.part === part)}
              at={known.profileParts[part] ?? null}
              now={now}
            />
          ))}
          <Noted
            title={t('person.need')}
            entry={newest.find(({ type }) => type === 'Need Stated')}
            at={known.needAt}
            now={now}
          />
          <Noted
            title={t('person.competitor')}
            entry={newest.find(({ type }) => type === 'Competitor Named')}
            at={known.competitorAt}
            now={now}
          />
        </dl>
        <Tell acts={acts} />
      </Part>
      <Part title={t('person.days')}>
        <SpecialDays days={known.days} acts={acts} />
      </Part>
      <p className="text-2xs text-soft">{t('person.forget')}</p>
    </div>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-1 font-semibold text-xs">{title}</h3>
    {children}
  </section>
);

/** How much we know of what somebody at their stage should be asked, and what is missing, the first to ask for first. */
const Known = ({ percent, missing }: Completeness) => (
  <div data-part="known" className="mb-2">
    <div aria-hidden className="h-1 overflow-hidden rounded-full bg-sunk">
      <div className="h-full rounded-full bg-leaf" style={{ width: `${percent}%` }} />
    </div>
    <p className="mt-1 text-soft text-xs">
      {missing.length === 0
        ? t('person.known.all')
        : t('person.known', {
            percent,
            missing: missing.map((item) => t(`person.miss.${item}`)).join(', '),
          })}
    </p>
  </div>
);

type NotedProps = { title: string; entry: TimelineEntry | undefined; at: number | null; now: number };
/** The newest words on it; of older ones, only that there are some. What is not known is named above, where it is missed. */
const Noted = ({ title, entry, at, now }: NotedProps) => {
  if (!entry && at === null) return null;
  const words = [entry?.data.competitor, entry?.data.text].filter(
    (one) => typeof one === 'string' && one !== '',
  );
  return (
    <>
      <dt className="text-soft">{title}</dt>
      {entry && words.length > 0 ? (
        <dd dir="auto">
          {words.join(': ')}
          <span className="whitespace-nowrap text-2xs text-soft"> · {day(entry.at, now)}</span>
          {entry.data.private === true && (
            <span className="ms-1.5 inline-flex items-center gap-1 text-2xs text-soft">
              <Lock size={10} aria-hidden />
              {t('person.private.mark')}
            </span>
          )}
        </dd>
      ) : (
        <dd className="text-soft">{t('person.part.old')}</dd>
      )}
    </>
  );
};

const kinds = [...profileParts, 'need', 'competitor'] as const;
type Kind = (typeof kinds)[number];
const nameOf = (kind: Kind): string =>
  kind === 'need' || kind === 'competitor' ? t(`person.${kind}`) : t(`person.part.${kind}`);

/** One field for whatever they told us; what it is about decides what is recorded. */
const Tell = ({ acts }: { acts: Acts }) => {
  const [kind, setKind] = useState<Kind>('demographic');
  const [typed, setTyped] = useState('');
  const [hidden, setHidden] = useState(false);
  const { name, record } = acts;
  const text = typed.trim();
  const tell = (event: FormEvent) => {
    event.preventDefault();
    if (!text) return;
    const part = ProfilePart.safeParse(kind).data;
    if (part)
      record(t('person.note.toast', { name, part: nameOf(kind) }), {
        type: 'Profile Noted',
        data: { part, text, ...(hidden && { private: true }) },
      });
    else if (kind === 'need')
      record(t('person.need.toast', { name }), { type: 'Need Stated', data: { text } });
    else
      record(t('person.competitor.toast', { name, competitor: text }), {
        type: 'Competitor Named',
        data: { competitor: text.slice(0, 300) },
      });
    setTyped('');
    setHidden(false);
  };
  const isPart = ProfilePart.safeParse(kind).success;
  return (
    <form onSubmit={tell} className="mt-2.5 flex flex-col gap-2 border-line border-t pt-2.5">
      <Words label={t('person.note')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="flex items-end gap-2">
        <Select
          label={t('person.note.part')}
          className="min-w-0 flex-1"
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'demographic')}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={!text}>
          {t('person.word.add')}
        </Button>
      </div>
      {isPart && (
        <label className="flex items-center gap-1.5 text-soft text-xs">
          <input
            type="checkbox"
            checked={hidden}
            onChange={(event) => setHidden(event.target.checked)}
            className="accent-leaf"
          />
          {t('person.private')}
        </label>
      )}
    </form>
  );
};
