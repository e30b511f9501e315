import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { t } from '#lib/i18n/index.ts';

/**
 * The locale in which dates are said: the words are of the interface's `language`, while the order of day and month
 * and the clock are those of `browser`, the locale that mail pages use as well. "en" alone would mean the United
 * States; in a German browser "en-DE" says "18 Aug" and "15:20".
 */
export const localeFor = (language: string, browser: string): string => {
  const own = new Intl.Locale(browser);
  if (own.language === language && own.region) return browser;
  const { region } = own.maximize();
  const { hourCycle } = new Intl.DateTimeFormat(browser, { hour: 'numeric' }).resolvedOptions();
  return new Intl.Locale(language, { ...(region && { region }), ...(hourCycle && { hourCycle }) }).toString();
};

const browserLocale = new Intl.DateTimeFormat().resolvedOptions().locale;
let inUse: { language: string; locale: string } | null = null;
const locale = (): string => {
  const language = globalThis.document?.documentElement.lang || 'en';
  if (inUse?.language !== language) inUse = { language, locale: localeFor(language, browserLocale) };
  return inUse.locale;
};

// Making a formatter costs more than using it a thousand times, and a long timeline uses it for every line.
const made = new Map<string, Intl.DateTimeFormat>();
const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(locale(), options);
  made.set(key, fresh);
  return fresh;
};

const MINUTE = 60_000;
const YEAR = 365.25 * DAY;
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['month', 30.44 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
/** Whole calendar days from `at` to `now`: 1 is yesterday, whatever the hour. Daylight saving does not matter. */
export const daysAgo = (at: number, now: number): number => Math.round((midnight(now) - midnight(at)) / DAY);

/** "2 days ago", "yesterday", "in 3 weeks". Days are calendar days, so 23:00 yesterday is not "2 hours ago". */
export const ago = (at: number, now: number): string => {
  const gap = at - now;
  if (Math.abs(gap) < MINUTE) return t('panel.time.now');
  const days = daysAgo(at, now);
  // Yesterday is a word; "last month" and "last year" are too vague to be one.
  if (days !== 0 && Math.abs(days) < 7)
    return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day');
  const [unit, size] = stepOf(gap);
  return new Intl.RelativeTimeFormat(locale()).format(Math.trunc(gap / size), unit);
};

/** "3 months", "4 days": how long something has lasted. Less than a day is "today". */
export const span = (from: number, now: number): string => {
  const days = daysAgo(from, now);
  if (days <= 0) return t('timeline.today').toLocaleLowerCase(locale());
  const [unit, size] = days < 14 ? (['day', DAY] as const) : stepOf(now - from);
  const n = unit === 'day' ? days : Math.trunc((now - from) / size);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(n);
};

const stepOf = (gap: number): [Intl.RelativeTimeFormatUnit, number] => {
  // Two years before years are counted: "14 months" says more than "1 year".
  if (Math.abs(gap) >= 2 * YEAR) return ['year', YEAR];
  return steps.find(([, size]) => Math.abs(gap) >= size) ?? ['minute', MINUTE];
};

/** "3 Mar", with the year when it is another one. */
export const day = (at: number, now: number): string =>
  dates({
    day: 'numeric',
    month: 'short',
    ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }),
  }).format(at);

/** "Tue 3 Mar", for days close enough to be thought of as weekdays. */
export const weekday = (at: number, now: number): string =>
  dates({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }),
  }).format(at);

/** "3 March": a day of every year. `month` from 1. */
export const dayOfYear = (month: number, date: number): string =>
  // A leap year, so that the 29th of February is itself.
  dates({ day: 'numeric', month: 'long' }).format(new Date(2024, month - 1, date).getTime());

export const year = (at: number): string => dates({ year: 'numeric' }).format(at);

export const clock = (at: number): string => dates({ hour: 'numeric', minute: '2-digit' }).format(at);

export const full = (at: number): string => dates({ dateStyle: 'full', timeStyle: 'short' }).format(at);

/** Heading over a stretch of the timeline: today, yesterday, a weekday within the week, else the month. */
export const stretch = (at: number, now: number): string => {
  const days = daysAgo(at, now);
  if (days <= 0) return t('timeline.today');
  if (days === 1) return t('timeline.yesterday');
  if (days < 7) return dates({ weekday: 'long' }).format(at);
  return dates({ month: 'long', year: 'numeric' }).format(at);
};

/** Nine in the morning, `days` calendar days after `now`. */
export const morningIn = (days: number, now: number): number => {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(9, 0, 0, 0);
};
/** The coming Monday, nine in the morning; never today. */
export const nextWeek = (now: number): number => morningIn((8 - new Date(now).getDay()) % 7 || 7, now);
/** How long "until they write" may last in silence. Their next word lifts it, so nobody is shown this date. */
export const untilTheyWrite = (now: number): number => morningIn(3_650, now);

/** `2026-12-03`, as date inputs want it, in local time. */
export const isoDay = (at: number): string => {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Nine in the morning of a day as date inputs give it; null where there is none. */
export const morningOf = (iso: string): number | null => {
  const at = new Date(`${iso}T09:00`).getTime();
  return Number.isNaN(at) ? null : at;
};

/** The last moment of a day as date inputs give it: what is promised for a day may be kept all day. Null where there is none. */
export const endOfDay = (iso: string): number | null => {
  const at = new Date(`${iso}T23:59:59.999`).getTime();
  return Number.isNaN(at) ? null : at;
};

export const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
export const money = (total: number, currency: string): string =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency, maximumFractionDigits: 2 }).format(total);
