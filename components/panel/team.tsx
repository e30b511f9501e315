import { ArrowRightLeft, BotOff, Ellipsis, PenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { t } from '#lib/i18n/index.ts';
import { cut } from '#lib/lifecycle/groups.ts';
import type { Reading, Teamwork } from '#lib/lifecycle/types.ts';
import { newestFirst } from '../entry.ts';
import { clock, day } from '../time.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { Acts } from './acts.ts';
import type { AskKind } from './asks/asks.tsx';

// Questions that few ask; their code is read when one of them does.
const Asks = lazy(() => import('./asks/asks.tsx').then(({ Asks: component }) => ({ default: component })));

/** How long somebody holds the pen, and how long machines keep still while a person writes. */
export const CLAIM_MS = 30 * 60_000;
export const MACHINES_REST_MS = 14 * DAY;

type Props = {
  record: CustomerRecord;
  reading: Reading;
  teamwork: Teamwork;
  members: string[];
  /** The rep's own name. */
  member: string | null;
  now: number;
  acts: Acts;
};

/** Who is answering, so that two do not; who handed them over; and that machines rest. Nothing, where there is nothing to say. */
export const Team = ({ record, teamwork, member, now, acts }: Props) => {
  const { handedTo, automationsPausedUntil: rest } = teamwork;
  const { held, mine } = penOf(teamwork, member, now);
  const note = handedTo && noteOf(record, handedTo.at);
  const { name } = acts;
  const resting = rest !== null && rest > now;
  if (!held && !handedTo && !resting) return null;
  return (
    <section
      aria-label={t('claim.label')}
      data-part="team"
      className="mx-4 mt-2 rounded-xl border border-line bg-card px-3 py-1.5 shadow-card"
    >
      {handedTo && (
        <div data-part="handed" className="mb-1 flex items-start gap-2 py-1">
          <ArrowRightLeft size={14} aria-hidden className="mt-0.5 shrink-0 text-leaf" />
          <p className="min-w-0 [overflow-wrap:anywhere]" dir="auto">
            <span className="font-medium">
              {handedTo.by
                ? t('handed.to', { by: handedTo.by, to: handedTo.to })
                : t('handed.plain', { to: handedTo.to })}
            </span>
            {note && <span className="block text-soft">{note}</span>}
          </p>
        </div>
      )}
      {resting && (
        <div data-part="machines" className="flex items-center gap-2 text-soft">
          <BotOff size={14} aria-hidden className="shrink-0" />
          <span className="flex-1">{t('auto.paused', { date: day(rest, now) })}</span>
          <Button
            size="sm"
            look="quiet"
            onClick={() =>
              acts.record(t('auto.resume.toast', { name }), { type: 'Automations Resumed', data: {} })
            }
          >
            {t('auto.resume')}
          </Button>
        </div>
      )}
      {held && (
        <div className="flex min-h-7 items-center gap-1">
          <p data-part="claim" className="flex min-w-0 flex-1 items-center gap-2 font-medium text-leaf">
            <PenLine size={14} aria-hidden className="shrink-0" />
            <span className="min-w-0 [overflow-wrap:anywhere]" dir="auto">
              {mine
                ? t('claim.mine', { time: clock(held.at) })
                : t('claim.other', { by: held.by ?? t('claim.somebody'), time: clock(held.at) })}
            </span>
          </p>
          {mine && (
            <Button
              size="sm"
              look="quiet"
              onClick={() =>
                acts.record(t('claim.release.toast', { name }), { type: 'Claim Released', data: {} })
              }
            >
              {t('claim.release')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
};

/** Who holds the pen right now, and whether that is the reader. */
const penOf = ({ claim }: Teamwork, member: string | null, now: number) => {
  const held = claim && claim.until > now ? claim : null;
  // The facts keep the beginning of a long name.
  const ownName = member === null ? null : cut('by', member);
  return { held, mine: held !== null && held.by !== null && held.by === ownName };
};

/** Taking the pen, and what else can be decided by hand. */
export const ByHand = (props: Omit<Props, 'record'>) => {
  const { teamwork, member, now, acts } = props;
  const { name } = acts;
  return (
    <div data-part="by-hand" className="-me-1 flex items-center">
      {!penOf(teamwork, member, now).held && (
        <Button
          size="sm"
          look="quiet"
          onClick={() =>
            acts.record(t('claim.take.toast', { name }), {
              type: 'Claim Taken',
              data: { until: now + CLAIM_MS },
            })
          }
        >
          <PenLine size={13} aria-hidden />
          {t('claim.take')}
        </Button>
      )}
      <More {...props} />
    </div>
  );
};

/** The words that came with a handing over; the facts keep only that it happened. */
const noteOf = ({ timeline }: CustomerRecord, at: number): string | null => {
  const entry = [...timeline].sort(newestFirst).find((one) => one.type === 'Handed Over' && one.at === at);
  return typeof entry?.data.text === 'string' ? entry.data.text : null;
};

/** What a person may decide, against or beside the rules. */
const More = ({ reading, members, now, acts }: Pick<Props, 'reading' | 'members' | 'now' | 'acts'>) => {
  const [asking, setAsking] = useState<AskKind | null>(null);
  const { name } = acts;
  const paused = reading.status.status === 'paused';
  const lapsed = reading.stage.stage === 'lapsed';
  const item = (kind: AskKind, title: string, hint: string) => (
    <MenuItem onPick={() => setAsking(kind)} hint={hint}>
      {title}
    </MenuItem>
  );
  return (
    <>
      <Menu
        label={t('more.label', { name })}
        className={buttonClass({ look: 'quiet', size: 'icon' })}
        trigger={<Ellipsis size={16} aria-hidden />}
      >
        {item('hand', t('more.hand'), t('more.hand.hint'))}
        <MenuItem
          hint={t('more.take.hint')}
          onPick={() =>
            acts.record(t('auto.pause.toast', { name, date: day(now + MACHINES_REST_MS, now) }), {
              type: 'Automations Paused',
              data: { until: now + MACHINES_REST_MS },
            })
          }
        >
          {t('more.take')}
        </MenuItem>
        <hr className="my-1 border-line" />
        {paused ? (
          <MenuItem
            onPick={() =>
              acts.record(t('resume.toast', { name }), { type: 'Subscription Resumed', data: {} })
            }
          >
            {t('more.resume')}
          </MenuItem>
        ) : (
          item('pause', t('more.pause'), t('more.pause.hint'))
        )}
        {lapsed
          ? item('cause', t('more.cause'), t('more.cancel.hint'))
          : item('cancel', t('more.cancel'), t('more.cancel.hint'))}
        <MenuItem
          hint={t('more.offers.hint')}
          onPick={() => acts.record(t('offers.toast', { name }), { type: 'Unsubscribed', data: {} })}
        >
          {t('more.offers')}
        </MenuItem>
        <hr className="my-1 border-line" />
        {item('move', t('more.move'), t('more.move.hint'))}
      </Menu>
      {asking && (
        <Suspense>
          <Asks
            kind={asking}
            stage={reading.stage.stage}
            members={members}
            now={now}
            acts={acts}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </>
  );
};
