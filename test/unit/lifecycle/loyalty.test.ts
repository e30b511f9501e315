import { describe, expect, it } from 'vitest';
import { readLoyalty } from '#lib/lifecycle/loyalty.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { daysAgo, event, NOW, order, person, reading, view } from './people.ts';

const promised = (ref: string, made: number, due: number) =>
  event('Promise Made', daysAgo(made), { ref, dueAt: daysAgo(due) });
const kept = (ref: string, days: number) => event('Promise Kept', daysAgo(days), { ref });
const loyalty = (...events: Parameters<typeof view>[0]) => readLoyalty(view(events));

describe('how loyal we are to them', () => {
  it('[L1] [R0-28] of 4 promises 3 were kept on time: 75 %', () => {
    const events = [
      ...['a', 'b', 'c', 'd'].map((ref) => promised(ref, 20, 10)),
      kept('a', 12),
      kept('b', 11),
      kept('c', 10),
      kept('d', 7),
    ];
    expect(loyalty(...events)).toEqual({ score: 75, parts: [{ id: 'promises', kept: 3, of: 4 }] });
    // It is one of the measures of health, and stays our number.
    const measure = reading([order(30), ...events]).health.measures.find(({ id }) => id === 'loyalty');
    expect(measure).toMatchObject({ x: 75, because: { code: 'measure-loyalty-owed', values: { n: 1 } } });
  });

  it('[L1] [T10] the day of a promise is ours, not that of UTC', () => {
    const due = Date.UTC(2026, 10, 20, 17);
    const made = event('Promise Made', daysAgo(30), { ref: 'a', dueAt: due });
    const west = {
      ...defaultPlaybook,
      policy: { ...defaultPlaybook.policy, timezone: 'America/Los_Angeles' },
    };
    const at = (time: number) =>
      readLoyalty(makeView(person([made, event('Promise Kept', time, { ref: 'a' })]), west, NOW)).score;
    // 18:00 and half past midnight there.
    expect(at(Date.UTC(2026, 10, 21, 2))).toBe(100);
    expect(at(Date.UTC(2026, 10, 21, 8, 30))).toBe(0);
  });

  it('[L1] [T10] a promise may be kept until its day is over', () => {
    const due = Date.UTC(2026, 10, 20, 9);
    const made = event('Promise Made', daysAgo(30), { ref: 'a', dueAt: due });
    const at = (time: number) => loyalty(made, event('Promise Kept', time, { ref: 'a' })).score;
    expect(at(Date.UTC(2026, 10, 20, 23, 59))).toBe(100);
    expect(at(Date.UTC(2026, 10, 21, 0, 1))).toBe(0);
  });

  it('[L1] a promise that is missed and kept later is one promise, and late', () => {
    const missed = event('Promise Missed', daysAgo(8), { ref: 'a' });
    expect(loyalty(promised('a', 20, 10), missed, kept('a', 5)).parts).toEqual([
      { id: 'promises', kept: 0, of: 1 },
    ]);
  });

  it('[L1] a promise that is not due yet says nothing, one that is overdue is not kept', () => {
    expect(loyalty(promised('a', 3, -2)).score).toBeNull();
    expect(loyalty(promised('a', 3, 1)).score).toBe(0);
  });

  it('[L1] remembers by number what the list of promises has forgotten', () => {
    const many = Array.from({ length: 30 }, (_, i) => [
      promised(`p${i}`, 90 - i, 80 - i),
      kept(`p${i}`, 85 - i),
    ]);
    expect(loyalty(...many.flat()).parts).toEqual([{ id: 'promises', kept: 30, of: 30 }]);
  });

  it('[L1] counts whole answers, and complaints that they confirmed as solved', () => {
    const events = [
      event('Question Asked', daysAgo(30), { ref: 'q1' }),
      event('Question Answered', daysAgo(29), { ref: 'q1', fully: 'yes' }),
      event('Question Asked', daysAgo(28), { ref: 'q2' }),
      event('Question Answered', daysAgo(27), { ref: 'q2', fully: 'partly' }),
      event('Complaint Raised', daysAgo(60), { ref: 'c1' }),
      event('Complaint Resolved', daysAgo(59), { ref: 'c1' }),
      event('Complaint Confirmed Resolved', daysAgo(58), { ref: 'c1' }),
    ];
    expect(loyalty(...events)).toEqual({
      score: 75,
      parts: [
        { id: 'answers', kept: 1, of: 2 },
        { id: 'complaints', kept: 1, of: 1 },
      ],
    });
    const solved = (days: number) => [
      event('Complaint Raised', daysAgo(days + 1), { ref: 'c2' }),
      event('Complaint Resolved', daysAgo(days), { ref: 'c2' }),
    ];
    expect(loyalty(...solved(3)).score).toBeNull();
    expect(loyalty(...solved(20)).score).toBe(0);
  });
});
