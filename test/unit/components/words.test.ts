import { describe, expect, test } from 'vitest';
import { detail, headline } from '#components/entry.ts';
import { draftFor, firstName, pieces } from '#components/first-name.ts';
import { initials } from '#components/panel/avatar.tsx';
import { hostName } from '#components/say.ts';
import { ago, daysAgo, localeFor, morningIn, nextWeek, span, stretch } from '#components/time.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { eventTypes } from '#lib/contract/events.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { specs } from '#lib/detect/hosts/index.ts';

const now = new Date('2026-11-21T15:20:00').getTime();
const entry = (type: TimelineEntry['type'], data: TimelineEntry['data'] = {}): TimelineEntry => ({
  id: 'e',
  at: now,
  type,
  data,
});

describe('dates are said in the interface’s words and in the order of the browser', () => {
  test.each([
    ['en-US', 'Aug 18', '3:20 PM'],
    ['en-GB', '18 Aug', '15:20'],
    ['de-DE', '18 Aug', '15:20'],
    // Without a region: where most who speak it live.
    ['fr', '18 Aug', '15:20'],
    ['ja-JP', '', '15:20'],
    ['fa-IR', '', '15:20'],
  ])('%s: %s, %s', (browser, day, clock) => {
    const locale = localeFor('en', browser);
    const at = new Date('2026-08-18T15:20:00');
    if (day) expect(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)).toBe(day);
    expect(
      new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
        .format(at)
        .replace('\u202f', ' '),
    ).toBe(clock);
  });
});

describe('how long ago', () => {
  test.each([
    [20_000, 'just now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * HOUR, '3 hours ago'],
    // Before midnight is yesterday, however few hours that was.
    [16 * HOUR, 'yesterday'],
    [2 * DAY, '2 days ago'],
    [8 * DAY, '1 week ago'],
    [95 * DAY, '3 months ago'],
    [420 * DAY, '13 months ago'],
    [800 * DAY, '2 years ago'],
  ])('%d ms: %s', (gap, said) => {
    expect(ago(now - gap, now)).toBe(said);
  });

  test('ahead of now', () => {
    expect(ago(now + DAY, now)).toBe('tomorrow');
  });

  test('how long something lasts', () => {
    expect(span(now - HOUR, now)).toBe('today');
    expect(span(now - 12 * DAY, now)).toBe('12 days');
    expect(span(now - 95 * DAY, now)).toBe('3 months');
  });

  test('days are calendar days, also over a change of the clocks', () => {
    const monday = new Date('2026-03-30T00:30:00').getTime();
    const saturday = new Date('2026-03-28T23:30:00').getTime();
    expect(daysAgo(saturday, monday)).toBe(2);
  });

  test('a stretch of the timeline is a day within the week, else a month', () => {
    expect(stretch(now - 6 * DAY, now)).toBe('Sunday');
    expect(stretch(now - 7 * DAY, now)).toBe('November 2026');
  });
});

test('next week is the coming Monday at nine, also on a Monday', () => {
  const monday = new Date('2026-11-23T09:00').getTime();
  expect(nextWeek(now)).toBe(monday);
  expect(nextWeek(monday)).toBe(monday + 7 * DAY);
  expect(morningIn(1, now)).toBe(new Date('2026-11-22T09:00').getTime());
});

describe('what happened, in words', () => {
  test.each(eventTypes)('%s has a headline', (type) => {
    const said = headline(entry(type, { to: 'retain' }));
    expect(said.length).toBeGreaterThan(3);
    expect(said).not.toMatch(/^event\./);
  });

  test('touchpoints say who reached whom; a damaged one still says something', () => {
    expect(headline(entry('Touchpoint Logged', { kind: 'EMAIL', direction: 'in' }))).toBe('Email from them');
    expect(headline(entry('Touchpoint Logged', { kind: 'PIGEON' }))).toBe('Touchpoint');
    expect(headline(entry('Stage Changed', { to: 'retain' }))).toBe('Moved to Retain');
  });

  test('details are words, then the thing, then the sum; nothing is null', () => {
    expect(detail(entry('Order Completed', { product: 'Tea', total: 12.5, currency: 'EUR' }))).toBe(
      'Tea · €12.50',
    );
    expect(detail(entry('Action Done', { play: 'check_in' }))).toBe('check in');
    expect(detail(entry('Product Reviewed', { rating: 5, text: 'Lovely' }))).toBe('Lovely · 5 of 5');
    expect(detail(entry('Signed In'))).toBeNull();
  });
});

test.each([
  ['Ana Reyes', 'Ana'],
  ['Reyes, Ana', 'Ana'],
  ['Dr. Maria-Theresia Wolkenstein', 'Maria-Theresia'],
  ['王伟', '王伟'],
  ['سارا محمدی', 'سارا'],
])('a letter to %s begins with %s', (name, first) => {
  expect(firstName(name)).toBe(first);
});

test('a draft has the name filled in, and says where a person must write', () => {
  expect(pieces(draftFor('Hello {first},\n[your own sentence]\nJoy', 'Ana Reyes'))).toEqual([
    { text: 'Hello Ana,\n', slot: false },
    { text: '[your own sentence]', slot: true },
    { text: '\nJoy', slot: false },
  ]);
});

test.each([
  ['roundcube', 'Roundcube'],
  ['request-tracker', 'Request Tracker'],
  ['demo', 'Demo inbox'],
  ['generic', 'This site'],
  ['', 'This site'],
])('the page with the id “%s” is called %s', (id, name) => {
  expect(hostName(id)).toBe(name);
});

test('every host that has a description has a name of its own', () => {
  for (const { id } of specs) expect(hostName(id)).not.toBe('This site');
});

test.each([
  ['Ana Reyes', 'AR'],
  ['María de la Cruz', 'MC'],
  ['mia', 'M'],
  ['“Ben” (Sales)', 'BS'],
  ['王伟', '王'],
  ['', '?'],
  ['42', '?'],
])('initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('parts that run in two directions do not run into each other', () => {
  expect(detail(entry('Product Reviewed', { rating: 5, text: 'عالی بود' }))).toBe(
    '\u2068عالی بود\u2069 · \u20685 of 5\u2069',
  );
});
