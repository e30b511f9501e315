import { Ellipsis, Flag, Hourglass, MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CustomerRecord, TimelineEntry } from '#lib/contract/customer.ts';
import { t } from '#lib/i18n/index.ts';
import type { OpenFeedback } from '#lib/lifecycle/feedback.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import type { StageReading } from '#lib/lifecycle/types.ts';
import { detail, headline } from '../entry.ts';
import { justBefore } from '../just-before.ts';
import { feedbackWaiting, openComplaints } from '../matters.ts';
import { useStageNames } from '../stage-names.ts';
import { ago, full, morningIn, weekday } from '../time.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import type { Acts } from './acts.ts';
import { EntryIcon } from './entry-icon.tsx';

type Props = {
  record: CustomerRecord;
  stage: StageReading;
  pending: ReadonlySet<string>;
  now: number;
  acts: Acts;
  /** What stands beside the heading. */
  children?: ReactNode;
};

/** The three things that matter most of what came before, and what is still open between us. */
export const Before = ({ record, stage, pending, now, acts, children }: Props) => {
  const names = useStageNames();
  // Facts keep only the beginning of what a complaint is about; the timeline has all of it, while it reaches back.
  const whole = new Map(record.timeline.flatMap(({ data }) => (data.about ? [[data.ref, data.about]] : [])));
  const complaints = openComplaints(record.facts).map((matter) => {
    const about = whole.get(matter.ref);
    return typeof about === 'string' ? { ...matter, about } : matter;
  });
  // A complaint that stands above as open need not be told twice.
  const told = new Set(complaints.map(({ ref }) => ref));
  const feedback = feedbackWaiting(record.facts);
  if (feedback) told.add(feedback.ref);
  const last = justBefore(record, stage, told);
  return (
    <Section label={t('context.label')} id="context" aside={children}>
      {complaints.map((matter) => (
        <MatterRow key={matter.ref} matter={matter} now={now} acts={acts} />
      ))}
      {feedback && (
        <FeedbackRow
          feedback={feedback}
          entry={record.timeline.find(({ id }) => id === feedback.ref)}
          now={now}
          acts={acts}
        />
      )}
      {last.length === 0 ? (
        <p className="text-soft">{t('context.none')}</p>
      ) : (
        <ol className="flex flex-col gap-1.5">
          {last.map((entry, i) => (
            <li key={entry.id} className="flex items-start gap-2">
              <EntryIcon entry={entry} />
              <span
                // Under an open complaint the older ones take one line each, so that what to do next stays in sight.
                className={cx(
                  'min-w-0 flex-1',
                  complaints.length > 0 && i > 0 ? 'truncate' : 'line-clamp-2 [overflow-wrap:anywhere]',
                )}
                title={[headline(entry, names), detail(entry)].filter(Boolean).join(': ')}
                dir="auto"
              >
                <span className="font-medium">{headline(entry, names)}</span>
                {detail(entry) && (
                  <span className="text-soft">
                    : <bdi>{detail(entry)}</bdi>
                  </span>
                )}
              </span>
              <time
                dateTime={new Date(entry.at).toISOString()}
                title={full(entry.at)}
                className="shrink-0 pt-px text-soft text-xs"
              >
                {ago(entry.at, now)}
                {pending.has(entry.id) && (
                  <Hourglass size={11} aria-label={t('timeline.pending')} className="ms-1 inline" />
                )}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
};

/** A complaint taken on today is answered by tomorrow. */
const ANSWER_DAYS = 1;

const MatterRow = ({ matter, now, acts }: { matter: Matter; now: number; acts: Acts }) => {
  const { ref, owner, openedAt, state } = matter;
  const about = matter.about ?? t('matter.something');
  const open = state === 'open';
  return (
    <div className="mb-2 flex items-center gap-1 rounded-lg bg-alarm-wash py-1.5 ps-2.5 pe-1">
      <Flag size={14} aria-hidden className="me-1 shrink-0 text-alarm" />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="font-medium text-alarm">{t(open ? 'matter.open' : 'matter.resolved')}</span>
        <span className="block text-xs" dir="auto">
          {t('matter.since', { what: about, ago: ago(openedAt, now) })}
        </span>
        {owner && (
          <span className="block text-xs" dir="auto">
            {ownedBy(owner, now)}
          </span>
        )}
      </p>
      <Button size="sm" onClick={() => acts.settle(matter)}>
        {t(open ? 'matter.resolve' : 'matter.confirm')}
      </Button>
      <Menu
        label={t('matter.more')}
        className={buttonClass({ look: 'quiet', size: 'icon' })}
        trigger={<Ellipsis size={16} aria-hidden />}
      >
        {open ? (
          <MenuItem
            hint={t('matter.take.hint')}
            onPick={() =>
              acts.record(t('matter.take.toast', { about }), {
                type: 'Concern Taken',
                data: { ref, dueAt: morningIn(ANSWER_DAYS, now) },
              })
            }
          >
            {t('matter.take')}
          </MenuItem>
        ) : (
          <MenuItem
            onPick={() =>
              acts.record(t('matter.again.toast', { name: acts.name, about }), {
                type: 'Complaint Reopened',
                data: { ref, about: about.slice(0, 300) },
              })
            }
          >
            {t('matter.again')}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
};

type FeedbackProps = {
  feedback: OpenFeedback;
  /** All that they said, while the timeline reaches back. */
  entry: TimelineEntry | undefined;
  now: number;
  acts: Acts;
};

/** What they told us, until somebody has told them what became of it. */
const FeedbackRow = ({ feedback: { ref, kind, at }, entry, now, acts }: FeedbackProps) => {
  const about = (entry && detail(entry)) ?? t('feedback.what', { kind });
  return (
    <div data-part="feedback" className="mb-2 flex items-center gap-1 rounded-lg bg-sunk py-1.5 ps-2.5 pe-1">
      <MessageCircle size={14} aria-hidden className="me-1 shrink-0 text-soft" />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="font-medium">{t('feedback.open')}</span>
        <span className="line-clamp-2 text-xs" dir="auto">
          {t('matter.since', { what: about, ago: ago(at, now) })}
        </span>
      </p>
      <Button
        size="sm"
        onClick={() =>
          acts.record(t('feedback.close.toast', { name: acts.name, about }), {
            type: 'Feedback Closed',
            data: { ref },
          })
        }
      >
        {t('feedback.close')}
      </Button>
    </div>
  );
};

const ownedBy = ({ by, dueAt }: NonNullable<Matter['owner']>, now: number): string => {
  const who = by ?? t('claim.somebody');
  return dueAt === null
    ? t('matter.owner', { by: who })
    : t('matter.owner.due', { by: who, date: weekday(dueAt, now) });
};
