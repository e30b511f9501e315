import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { contact, daysAgo, event, hoursAgo, NOW } from '../people.ts';
import { fired, namesItsMoment } from './fired.ts';

const raised = (at: number, ref = 'c1') => event('Complaint Raised', at, { ref, about: 'late delivery' });
const asked = (at: number, ref = 'q1') => event('Question Asked', at, { ref });

describe('[T17] a concern that nobody has taken on', () => {
  const trigger = { on: 'concern-unowned', afterHours: 4 } as const;

  it('[R0-11] fires at 4 hours and 1 minute, and not a minute before 4', () => {
    const minutes = (n: number) => [raised(NOW - n * 60_000)];
    expect(fired(trigger, minutes(241))).toMatchObject({
      since: NOW - 60_000,
      because: {
        code: 'trigger-concern-unowned-about',
        values: { n: 4, unit: 'hours', about: 'late delivery' },
      },
    });
    expect(fired(trigger, minutes(239))).toBeNull();
    expect(namesItsMoment(trigger, minutes(239))).toBe(NOW + 60_000);
  });

  it('fires for questions as well, and not once somebody took it or it is settled', () => {
    expect(fired(trigger, [asked(hoursAgo(5))])?.because.code).toBe('trigger-concern-unowned');
    const taken = event('Concern Taken', hoursAgo(4), { ref: 'q1', dueAt: NOW + DAY }, { by: 'Mia' });
    expect(fired(trigger, [asked(hoursAgo(5)), taken])).toBeNull();
    const resolved = event('Complaint Resolved', hoursAgo(1), { ref: 'c1' });
    expect(fired(trigger, [raised(hoursAgo(9)), resolved])).toBeNull();
  });

  it('speaks of the oldest', () => {
    const both = [raised(daysAgo(3)), asked(hoursAgo(5))];
    expect(fired(trigger, both)).toMatchObject({ ref: `c1@${daysAgo(3)}` });
  });
});

describe('[T18] an issue that they had to repeat', () => {
  const trigger = { on: 'issue-repeated', contacts: 3, reopened: 2 } as const;
  const again = (at: number) =>
    event('Touchpoint Logged', at, {
      kind: 'CALL',
      direction: 'in',
      channel: 'phone',
      initiator: 'customer',
      purpose: 'answer',
      ref: 'c1',
    });
  const reopened = (days: number) => event('Complaint Reopened', daysAgo(days), { ref: 'c1' });
  const resolved = (days: number) => event('Complaint Resolved', daysAgo(days), { ref: 'c1' });

  it('[R0-21] fires at the third contact about the same ticket', () => {
    const twice = [raised(daysAgo(6)), again(daysAgo(4))];
    expect(fired(trigger, twice)).toBeNull();
    expect(fired(trigger, [...twice, again(daysAgo(1))])?.because).toEqual({
      code: 'trigger-issue-repeated',
      values: { n: 3 },
    });
  });

  it('[R0-21] or when it came back twice', () => {
    const once = [raised(daysAgo(9)), resolved(8), reopened(7)];
    expect(fired({ ...trigger, contacts: 9 }, once)).toBeNull();
    expect(fired({ ...trigger, contacts: 9 }, [...once, resolved(6), reopened(5)])?.because).toEqual({
      code: 'trigger-issue-reopened',
      values: { n: 2 },
    });
    expect(fired({ ...trigger, contacts: 9 }, [...once, resolved(6), reopened(5), resolved(1)])).toBeNull();
  });
});

describe('what they said to us', () => {
  const said = (days: number, kind: 'praise' | 'idea' | 'comment') =>
    event('Feedback Given', daysAgo(days), { kind, text: 'words' });

  it('[T19] [R0-27] praise fires for 48 hours, and then no longer', () => {
    const trigger = { on: 'feedback-given', kinds: ['praise'], from: 0, to: 2 } as const;
    const given = (days: number) => fired({ ...trigger, kinds: ['praise'] }, [said(days, 'praise')]);
    expect(given(0.1)).toMatchObject({ until: daysAgo(0.1) + 48 * HOUR });
    expect(given(2)).not.toBeNull();
    expect(given(2.01)).toBeNull();
    expect(fired({ ...trigger, kinds: ['idea', 'comment'] }, [said(1, 'praise')])).toBeNull();
    expect(given(1)?.because).toEqual({
      code: 'trigger-feedback-given',
      values: { kind: 'praise', n: 1, givenAt: daysAgo(1) },
    });
  });

  it('[T20] [R0-12] feedback without an outcome after 7 days', () => {
    const trigger = { on: 'feedback-open', afterDays: 7 } as const;
    const idea = said(6, 'idea');
    expect(fired(trigger, [idea])).toBeNull();
    expect(namesItsMoment(trigger, [idea])).toBe(daysAgo(6) + 7 * DAY);
    const open = [said(8, 'idea'), said(3, 'comment')];
    const found = fired(trigger, open);
    expect(found?.because).toMatchObject({ values: { kind: 'idea', n: 8 } });
    // Closed by the reference that the trigger named.
    const closed = event('Feedback Closed', daysAgo(1), { ref: found?.ref ?? '' });
    expect(fired(trigger, [...open, closed])).toBeNull();
  });

  it('[T38] only machines have written', () => {
    const trigger = { on: 'machines-only', atLeast: 2, withinDays: 14 } as const;
    const machine = (days: number) => contact(days, { initiator: 'automation', purpose: 'news' });
    const news = event('Email Delivered', daysAgo(3), {});
    expect(fired(trigger, [machine(9), news])).toMatchObject({
      since: daysAgo(3),
      because: { code: 'trigger-machines-only', values: { n: 2, days: 14 } },
    });
    expect(fired(trigger, [machine(9)])).toBeNull();
    expect(fired(trigger, [machine(15), news])).toBeNull();
    expect(fired(trigger, [machine(9), news, contact(5)])).toBeNull();
  });
});
