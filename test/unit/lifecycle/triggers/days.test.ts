import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { daysAgo, event } from '../people.ts';
import { fired, namesItsMoment } from './fired.ts';

const utc = (iso: string) => Date.parse(iso);
const inManila = { timezone: 'Asia/Manila' };

describe('[T32] special days', () => {
  const trigger = { on: 'special-day', day: 'birthday', before: 0, after: 2 } as const;
  const born = (month: number, date: number) => [
    event('Special Day Noted', daysAgo(50), { day: 'birthday', month, date, consent: true }),
  ];
  const manila = { profile: inManila };

  it('[R0-24] begin at midnight where they are, and end two days after', () => {
    const at = (iso: string) => fired(trigger, born(12, 5), { ...manila, now: utc(iso) });
    expect(at('2026-12-04T15:59:59Z')).toBeNull();
    expect(at('2026-12-04T16:00:00Z')).toMatchObject({
      since: utc('2026-12-04T16:00:00Z'),
      until: utc('2026-12-07T16:00:00Z'),
      because: { code: 'trigger-special-day', values: { day: 'birthday', n: 0 } },
    });
    expect(at('2026-12-06T20:00:00Z')?.because).toMatchObject({
      code: 'trigger-special-day-past',
      values: { n: 2 },
    });
    expect(at('2026-12-07T16:00:00Z')).toBeNull();
  });

  it('come again next year, and say when', () => {
    const now = utc('2026-12-20T12:00:00Z');
    expect(namesItsMoment(trigger, born(12, 5), { ...manila, now })).toBe(utc('2027-12-04T16:00:00Z'));
  });

  it('reach over the end of the year', () => {
    const week = { ...trigger, before: 7 };
    expect(fired(week, born(1, 3), { now: utc('2026-12-28T12:00:00Z') })?.because).toMatchObject({
      values: { n: 6 },
    });
    expect(fired(trigger, born(12, 31), { now: utc('2027-01-02T12:00:00Z') })?.because.code).toBe(
      'trigger-special-day-past',
    );
  });

  it('of 29 February are kept on the 28th in other years', () => {
    expect(fired(trigger, born(2, 29), { now: utc('2027-02-28T12:00:00Z') })).not.toBeNull();
    expect(fired({ ...trigger, after: 0 }, born(2, 29), { now: utc('2028-02-28T12:00:00Z') })).toBeNull();
    expect(fired({ ...trigger, after: 0 }, born(2, 29), { now: utc('2028-02-29T12:00:00Z') })).not.toBeNull();
  });

  it('[R0-24] [R1-11] the anniversary counts the years, and is not the first day itself', () => {
    const anniversary = { ...trigger, day: 'anniversary' } as const;
    const first = event('Order Completed', utc('2024-12-04T10:00:00Z'), { order: 'o1' });
    expect(fired(anniversary, [first], { now: utc('2026-12-04T12:00:00Z') })?.because).toEqual({
      code: 'trigger-special-day',
      values: { day: 'anniversary', n: 0, years: 2 },
    });
    expect(fired(anniversary, [first], { now: utc('2024-12-04T12:00:00Z') })).toBeNull();
    expect(fired(anniversary, [], { now: utc('2026-12-04T12:00:00Z') })).toBeNull();
  });

  it('that nobody told us do not come about', () => {
    expect(
      fired({ ...trigger, day: 'name-day' }, born(12, 4), { now: utc('2026-12-04T12:00:00Z') }),
    ).toBeNull();
  });
});

describe('[T10] a promise', () => {
  const trigger = { on: 'promise-due' } as const;
  const promised = (dueAt: number) => [event('Promise Made', dueAt - 4 * DAY, { ref: 'p', dueAt })];

  it('[R0-13] is due on its day at 09:00 local', () => {
    const dueAt = utc('2026-12-04T08:00:00Z'); // four in the afternoon in Manila
    const team = { playbook: { policy: { ...defaultPlaybook.policy, ...inManila } } };
    for (const clock of [team, { profile: inManila }]) {
      const at = (iso: string) => fired(trigger, promised(dueAt), { now: utc(iso), ...clock });
      expect(at('2026-12-04T00:59:59Z')).toBeNull();
      expect(at('2026-12-04T01:00:00Z')).toMatchObject({
        since: utc('2026-12-04T01:00:00Z'),
        because: { code: 'trigger-promise-today' },
      });
      expect(at('2026-12-04T15:59:59Z')?.because.code).toBe('trigger-promise-today');
      expect(at('2026-12-04T16:00:00Z')?.because.code).toBe('trigger-promise-late');
    }
  });

  it('[R0-13] that names a day and no hour is due at nine of that day', () => {
    const midnight = utc('2026-12-04T00:00:00Z');
    expect(namesItsMoment(trigger, promised(midnight), { now: midnight - HOUR })).toBe(midnight + 9 * HOUR);
  });
});
