import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { civilOf, dayInYear, dayNumber, isoWeek, weekday } from '#lib/lifecycle/calendar.ts';
import { byFormat, isZone, localOf, nextOpening, offsetAt, startOfDay } from '#lib/lifecycle/clock.ts';

const LAST_DAY = 100_000_000;
const zone = fc.constantFrom(
  'Asia/Manila',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Europe/Warsaw',
  'Pacific/Apia',
  'UTC',
);
const at = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });

describe('the calendar', () => {
  it('agrees with the machine about every day that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -LAST_DAY, max: LAST_DAY }), (day) => {
        const date = new Date(day * DAY);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
        expect(civilOf(day)).toEqual(civil);
        expect(dayNumber(civil)).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay() || 7);
      }),
      { numRuns: 5_000 },
    );
  });

  it('begins a week on Monday, over the end of a year as well', () => {
    const week = (iso: string) => isoWeek(Date.parse(iso));
    expect(week('2026-12-28T00:00:00Z')).toBe(week('2027-01-03T23:59:59Z'));
    expect(week('2027-01-04T00:00:00Z')).toBe(week('2027-01-03T23:59:59Z') + 1);
  });

  it('keeps 29 February on the 28th where there is none', () => {
    const on = (year: number) => civilOf(dayInYear(year, 2, 29));
    expect([2027, 2028, 2100, 2400].map((year) => on(year).date)).toEqual([28, 29, 28, 29]);
  });
});

describe('clocks elsewhere', () => {
  it('show what the machine shows, to the minute', () => {
    fc.assert(
      fc.property(zone, at, (timeZone, moment) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
        const minute = Math.floor(moment / 60_000) * 60_000;
        expect(new Date(localOf(timeZone, minute)).toISOString().replace('T', ' ').slice(0, 19)).toBe(
          shown.format(minute),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('[D0] show the same to a browser that has no Temporal yet', () => {
    fc.assert(
      fc.property(zone, at, (name, moment) => {
        const hour = Math.floor(moment / HOUR) * HOUR;
        expect(byFormat(name)(hour)).toBe(offsetAt(name, hour));
      }),
      { numRuns: 300 },
    );
    expect(() => byFormat('Mars/Olympus')).toThrow(RangeError);
  });

  it('have a beginning of every day, and what it shows is that day', () => {
    fc.assert(
      fc.property(zone, at, (name, moment) => {
        const day = Math.floor(moment / DAY);
        const start = startOfDay(name, day);
        const shows = localOf(name, start);
        // Where midnight is skipped the day begins an hour late; Apia left out a whole day once.
        expect(shows).toBeGreaterThanOrEqual(day * DAY);
        expect(shows - day * DAY).toBeLessThanOrEqual(DAY);
      }),
      { numRuns: 1_000 },
    );
  });

  it('[G6] name an opening that is open, ahead, and no more than a long weekend away', () => {
    const hours = { from: 9, to: 18 };
    fc.assert(
      fc.property(zone, at, (name, now) => {
        const opening = nextOpening(name, hours, now);
        const moment = opening ?? now;
        const local = localOf(name, moment);
        const hour = (local % DAY) / HOUR;
        expect(weekday(Math.floor(local / DAY))).toBeLessThanOrEqual(5);
        expect(hour).toBeGreaterThanOrEqual(9);
        expect(hour).toBeLessThan(18);
        if (opening !== null) {
          expect(opening).toBeGreaterThan(now);
          expect(opening - now).toBeLessThan(4 * DAY);
          expect(nextOpening(name, hours, opening)).toBeNull();
          expect(nextOpening(name, hours, opening - 60_000)).toBe(opening);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('do not throw for a name that there is not', () => {
    expect(isZone('Asia/Manila')).toBe(true);
    for (const name of ['Mars/Olympus', '', '../etc', 'Europe/Warsaw ']) {
      expect(isZone(name)).toBe(false);
      expect(offsetAt(name, 0)).toBe(0);
    }
  });
});
