import { DAY, HOUR } from '../contract/primitives.ts';
import { dayNumber, weekday } from './calendar.ts';
import type { View } from './view.ts';

/** Hours of a day as somebody's own clock shows them: `from` included, `to` not. */
export type Hours = { from: number; to: number };

/** What the clocks of one zone are ahead of UTC at an instant, in milliseconds. */
type Clock = (at: number) => number;

/** Throws for a name that there is not. */
const byTemporal = (zone: string): Clock => {
  const ahead = (at: number) =>
    new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone).offsetNanoseconds / 1e6;
  ahead(0);
  return ahead;
};

/** The same where there is no Temporal yet. The first formatter of a page takes as long as a whole decision does cold. */
export const byFormat = (zone: string): Clock => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const [month = 1, date = 1, year = 1970, hours = 0, minutes = 0, seconds = 0] = format
      .format(at)
      .split(/\D+/)
      .map(Number);
    return dayNumber({ year, month, date }) * DAY + hours * HOUR + minutes * 60_000 + seconds * 1_000 - at;
  };
};

/** Clocks are changed on a quarter of an hour. */
const QUARTER = HOUR / 4;
const MOST_OFFSETS = 2_000;

/** Many customers are asked about at one moment, so a clock is looked at once for each quarter of an hour. */
const remembering = (clock: Clock): Clock => {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    const kept = known.get(quarter);
    if (kept !== undefined) return kept;
    if (known.size >= MOST_OFFSETS) known.clear();
    const offset = clock(Math.max(-LAST, Math.min(LAST, quarter * QUARTER)));
    known.set(quarter, offset);
    return offset;
  };
};

/** Beyond it there is no date. */
const LAST = 8_640_000_000_000_000;

const clocks = new Map<string, Clock | null>();

/** Each zone has one. Null: there is no such zone. */
const clockOf = (zone: string): Clock | null => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  let made: Clock | null = null;
  try {
    made = remembering(typeof Temporal === 'undefined' ? byFormat(zone) : byTemporal(zone));
  } catch {
    // A name that nobody knows is the same as none.
  }
  clocks.set(zone, made);
  return made;
};

/** True for a name that this machine's time zone database knows. */
export const isZone = (name: string): boolean => clockOf(name) !== null;

/** What the clocks of a zone are ahead of UTC at an instant, in milliseconds; 0 for a zone that there is not. */
export const offsetAt = (zone: string, at: number): number =>
  zone === 'UTC' ? 0 : (clockOf(zone)?.(at) ?? 0);

/** What the clocks there show: milliseconds since 1970 as if they were UTC. */
export const localOf = (zone: string, at: number): number => at + offsetAt(zone, at);

/**
 * The first instant after `after` at which the clocks there show this time. Where they skip it in spring, the same
 * distance after the gap; where they show it twice in autumn, the first of the two that is still ahead.
 */
const instantOf = (zone: string, local: number, after = -Infinity): number => {
  const early = local - offsetAt(zone, local - DAY);
  const late = local - offsetAt(zone, local + DAY);
  const [first, second] = early <= late ? [early, late] : [late, early];
  return first > after && localOf(zone, first) >= local ? first : second;
};

/** Midnight there at the beginning of a day, or some hours later. */
export const startOfDay = (zone: string, day: number, hours = 0): number =>
  instantOf(zone, day * DAY + hours * HOUR);

/** The day of the calendar there. */
export const localDay = (zone: string, at: number): number => Math.floor(localOf(zone, at) / DAY);

/**
 * [G6] When the next working hour begins there, Monday to Friday; null: it is one now.
 */
export const nextOpening = (zone: string, { from, to }: Hours, now: number): number | null => {
  const local = localOf(zone, now);
  let day = Math.floor(local / DAY);
  const hour = (local - day * DAY) / HOUR;
  if (weekday(day) <= 5 && hour >= from && hour < to) return null;
  if (weekday(day) > 5 || hour >= from) day += 1;
  while (weekday(day) > 5) day += 1;
  return Math.max(now + 1, instantOf(zone, day * DAY + from * HOUR, now));
};

/** The customer's zone, else the team's, else null: nobody's clock is guessed. */
export const zoneOf = ({ profile, playbook }: Pick<View, 'profile' | 'playbook'>): string | null =>
  [profile.timezone, playbook.policy.timezone].find((zone) => zone !== undefined && isZone(zone)) ?? null;

/** What we promised is ours to keep by our own day: the team's clock, else the customer's, else UTC. */
export const ourZone = ({ policy, profile }: Pick<View, 'policy' | 'profile'>): string =>
  [policy.timezone, profile.timezone].find((zone) => zone !== undefined && isZone(zone)) ?? 'UTC';

/** The day that something is due on. Midnight in UTC is a day without an hour, as files and forms give it, wherever one lives. */
export const dueDay = (zone: string, dueAt: number): number =>
  dueAt % DAY === 0 ? dueAt / DAY : localDay(zone, dueAt);

/** What is due on a day may be done all that day: it is late from the next one on. */
export const isPastDay = (zone: string, dueAt: number, now: number): boolean =>
  localDay(zone, now) > dueDay(zone, dueAt);
