import type { TimelineEntry } from '#lib/contract/customer.ts';
import { eventData, LapseCause, MeddicItem, ProfilePart } from '#lib/contract/events.ts';
import { Stage } from '#lib/contract/stage.ts';
import { Direction, TouchpointKind } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import type { StageNames } from './model.ts';
import { dayOfYear, money } from './time.ts';

const text = (data: TimelineEntry['data'], key: string): string | null => {
  const value = data[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** What happened, in a few words: "Email from them", "Ordered". */
export const headline = (
  { type, data }: Pick<TimelineEntry, 'type' | 'data'>,
  stages?: StageNames | null,
): string => {
  if (type === 'Touchpoint Logged') {
    const kind = TouchpointKind.safeParse(data.kind);
    const direction = Direction.safeParse(data.direction);
    if (kind.success && direction.success) return t(`touch.${kind.data}.${direction.data}`);
  }
  if (type === 'Stage Changed' || type === 'Stage Overridden') {
    const stage = Stage.safeParse(data.to);
    const known = stage.success && (stages?.[stage.data].text ?? t(`stage.${stage.data}`));
    return t(`event.${type}`, { stage: known || String(data.to) });
  }
  return t(`event.${type}`);
};

const scales = { csat: 5, nps: 10, ces: 7 } as const;
/** "1 of 5": what they answered, on the scale of the question; null where there is none. */
const scoreOf = (data: TimelineEntry['data']): string | null => {
  const scale = data.kind === 'csat' || data.kind === 'nps' || data.kind === 'ces' ? scales[data.kind] : null;
  if (typeof data.score !== 'number') return null;
  // Some ask for satisfaction on a scale of ten; the rules read it so, too.
  const of = data.kind === 'csat' && data.score > 5 ? 10 : scale;
  return of ? t('event.score', { n: data.score, of }) : t('event.score.bare', { n: data.score });
};

/** The one word in it that is ours, not theirs: an item of a list, said in the reader's language. */
const listed = ({ type, data }: TimelineEntry): string | null => {
  switch (type) {
    case 'MEDDIC Noted':
    case 'MEDDIC Cleared': {
      const item = MeddicItem.safeParse(data.item);
      return item.success ? t(`deal.${item.data}`) : null;
    }
    case 'Profile Noted': {
      const about = ProfilePart.safeParse(data.part);
      return about.success ? t(`person.part.${about.data}`) : null;
    }
    case 'Lapse Explained': {
      const cause = LapseCause.safeParse(data.cause);
      return cause.success ? t(`lapse.cause.${cause.data}`) : null;
    }
    case 'Special Day Noted': {
      const kind = SpecialDay.safeParse(data.day);
      return kind.success && typeof data.month === 'number' && typeof data.date === 'number'
        ? `${t(`person.day.${kind.data}`)}, ${dayOfYear(data.month, data.date)}`
        : null;
    }
    default:
      return null;
  }
};
const SpecialDay = eventData['Special Day Noted'].shape.day;

/** What it was about, or null: a score, words of the event first, then the thing, then how much. */
export const detail = (entry: TimelineEntry): string | null => {
  const { type, data } = entry;
  const currency = text(data, 'currency');
  const play = type.startsWith('Action ') ? text(data, 'play') : null;
  const page = type === 'Page Viewed' ? text(data, 'page') : null;
  const parts = [
    type === 'Feedback Given' ? scoreOf(data) : null,
    listed(entry),
    text(data, 'to') && type === 'Handed Over' ? text(data, 'to') : null,
    text(data, 'text') ?? text(data, 'about') ?? text(data, 'reason'),
    text(data, 'product') ??
      text(data, 'plan') ??
      text(data, 'via') ??
      text(data, 'feature') ??
      text(data, 'competitor'),
    // A play's id is made of words; its title may have changed since.
    play?.replaceAll('_', ' ') ?? null,
    page && t('event.page', { page }),
    typeof data.rating === 'number' ? t('event.rating', { n: data.rating }) : null,
    typeof data.total === 'number' && currency ? money(data.total, currency) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  // Parts that run in two directions are kept apart (Unicode's isolates), or "5 of 5" would come apart itself.
  const mixed = parts.length > 1 && parts.some((part) => /[\u0590-\u08ff]/.test(part));
  return parts.map((part) => (mixed ? `\u2068${part}\u2069` : part)).join(' · ');
};

/** Things that people did with each other, rather than machines or bookkeeping: what a rep means by "last time". */
export const isContact = ({ type }: TimelineEntry): boolean => contacts.has(type);
const contacts = new Set<TimelineEntry['type']>([
  'Touchpoint Logged',
  'Live Chat Conversation Started',
  'Live Chat Message Sent',
  'Live Chat Message Received',
  'Complaint Raised',
  'Complaint Resolved',
  'Complaint Confirmed Resolved',
  'Complaint Reopened',
  'Question Asked',
  'Question Answered',
  'Feedback Given',
  'Product Reviewed',
  'Demo Requested',
  'Proposal Sent',
  'Content Shared',
  'Order Completed',
  'Cancel Intent Stated',
  'Promise Made',
  'Promise Kept',
  'Promise Missed',
  'Referral Made',
  'Referral Accepted',
  'Need Stated',
  'Competitor Named',
  'Feedback Closed',
  'Lapse Explained',
]);

/** What machines and our own bookkeeping write; nobody means it by what came before. */
export const isMachine = ({ type }: TimelineEntry): boolean =>
  type === 'Stage Changed' || type === 'Usage Reported' || /^(Action|Email) /.test(type);

export const newestFirst = (a: TimelineEntry, b: TimelineEntry): number =>
  b.at - a.at || (a.id < b.id ? 1 : -1);
