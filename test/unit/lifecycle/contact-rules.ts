import type { EventType, SukiEvent } from '#lib/contract/events.ts';
import type { Play, Playbook } from '#lib/contract/playbook.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';

/** What the rules of contact say about a play, told from the events themselves and not from the facts or the guards. */
export type Case = {
  play: Play;
  events: readonly SukiEvent[];
  playbook: Playbook;
  timezone: string | undefined;
  openComplaint: boolean;
  now: number;
};
type Touch = { at: number; who: string; why: string; play: Play | undefined };

const isCommercial = ({ kind, purpose }: Play) => kind === 'commercial' || purpose === 'commercial';
const isReply = ({ reply, mends }: Play) => reply === true || mends === true;

const last = (events: readonly SukiEvent[], ...types: EventType[]): number =>
  Math.max(0, ...events.filter(({ type }) => types.includes(type)).map(({ at }) => at));

const done = ({ play, events }: Case): number =>
  Math.max(0, ...events.filter((e) => e.type === 'Action Done' && e.data.play === play.id).map((e) => e.at));

/** Everything that reached them from our side. */
const touches = ({ events, playbook }: Case): Touch[] =>
  events.flatMap((e): Touch[] => {
    const of = (id: string | undefined) => playbook.plays.find((play) => play.id === id);
    if (e.type === 'Email Delivered') return [{ at: e.at, who: 'automation', why: 'news', play: undefined }];
    if (e.type === 'Content Shared') return [{ at: e.at, who: 'rep', why: 'educate', play: undefined }];
    if (e.type !== 'Touchpoint Logged' || e.data.direction === 'in') return [];
    if (e.data.kind === 'NOTE' || e.data.kind === 'TASK') return [];
    return [{ at: e.at, who: e.data.initiator, why: e.data.purpose, play: of(e.data.play) }];
  });

const isProactive = ({ who, why, play }: Touch): boolean =>
  play
    ? !isReply(play)
    : !['answer', 'apology', 'billing'].includes(why) && !(who === 'automation' && why === 'thanks');
const isOffer = ({ why, play }: Touch): boolean => (play ? isCommercial(play) : why === 'commercial');

/** A card is broken where its rule says false. */
export const rules: Record<string, (c: Case) => boolean> = {
  G1: ({ play, events, now }) =>
    !isCommercial(play) ||
    events.some(({ type }) => type === 'Order Cancelled') ||
    now - last(events, 'Order Completed', 'Subscription Started') >= 14 * DAY,
  G2: ({ play, openComplaint }) => !openComplaint || play.mends === true || play.reply === true,
  G3: (c) => isReply(c.play) || !touches(c).some((t) => isProactive(t) && c.now - t.at < 7 * DAY),
  G4: ({ play, events, now }) =>
    play.questions === undefined ||
    (now - last(events, 'Survey Sent') >= 30 * DAY &&
      (play.questions === 1 ||
        events.some(
          (e) => 'minutes' in e.data && typeof e.data.minutes === 'number' && e.data.minutes >= 5,
        ))),
  G5: ({ play, events }) =>
    !isCommercial(play) ||
    !events.some(({ type }) => type === 'Unsubscribed' || type === 'Email Marked as Spam'),
  G6: ({ play, timezone, events, now }) => {
    if (timezone === undefined || isReply(play)) return true;
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
    const hour = Number(parts.hour);
    const isOpen = !['Sat', 'Sun'].includes(parts.weekday ?? '') && hour >= 9 && hour < 18;
    return isOpen || events.some(({ at }) => now - at < HOUR);
  },
  G8: ({ play, events, now }) => {
    const failed = last(events, 'Payment Failed');
    const mended = last(
      events,
      'Payment Method Updated',
      'Subscription Started',
      'Subscription Renewed',
      'Subscription Resumed',
    );
    if (failed === 0 || mended > failed) return true;
    if (play.dunning) return now - failed >= 3 * DAY;
    return !isCommercial(play) || now - failed >= 21 * DAY;
  },
  G9: ({ play, events }) =>
    !events.some((e) => e.type === 'Action Dismissed' && e.data.play === play.id && e.data.why === 'never'),
  G10: (c) => done(c) === 0 || (!c.play.once && c.now - done(c) >= c.play.cooldownDays * DAY),
  G11: ({ play }) => play.text.draft === undefined || play.text.draft.includes(OWN_SENTENCE),
  G12: (c) => {
    if (c.play.reply) return true;
    const letGo = c.events.some((e) => {
      if (e.type !== 'Action Done') return false;
      const days = c.playbook.plays.find(({ id }) => id === e.data.play)?.silenceDays ?? 0;
      return c.now - e.at < days * DAY;
    });
    const up = last(
      c.events,
      'Subscription Started',
      'Subscription Renewed',
      'Subscription Resumed',
      'Subscription Cancelled',
    );
    const paused = c.events.filter((e) => e.type === 'Subscription Paused').sort((a, b) => b.at - a.at)[0];
    const isPaused =
      paused?.type === 'Subscription Paused' && paused.at > up && c.now < (paused.data.until ?? Infinity);
    return !letGo && !isPaused;
  },
  G13: (c) => {
    if (!isCommercial(c.play)) return true;
    const lately = touches(c).filter(({ at }) => c.now - at < 90 * DAY);
    const offers = lately.filter(isOffer).length;
    const care = lately.filter((t) => !isOffer(t) && t.who !== 'automation').length;
    return care >= 3 * offers;
  },
};
