import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { type Status, statuses } from '#lib/contract/stage.ts';
import { statusRules } from '#lib/lifecycle/status.ts';
import { contact, csat, daysAgo, event, order, reading, wrote } from './people.ts';

const raised = (days: number, ref = 'c1') => event('Complaint Raised', daysAgo(days), { ref });
const again = (days: number, ref = 'c1') => event('Complaint Reopened', daysAgo(days), { ref });
const solved = (days: number, ref = 'c1') => event('Complaint Resolved', daysAgo(days), { ref });
const paused = (days: number, until?: number) =>
  event('Subscription Paused', daysAgo(days), until === undefined ? {} : { until });
const met = [wrote(300), contact(299)];
const rhythm = [order(150), order(120), order(90), order(60)];

const table: [string, Status, SukiEvent[]][] = [
  [
    'a break until next week',
    'paused',
    [event('Subscription Started', daysAgo(90), {}), paused(3, daysAgo(-7))],
  ],
  [
    'a break that ended yesterday',
    'warm',
    [...met, wrote(3), event('Subscription Started', daysAgo(90), {}), paused(30, daysAgo(1))],
  ],
  [
    'a break with no end, and an open complaint',
    'paused',
    [event('Subscription Started', daysAgo(90), {}), paused(3), raised(5)],
  ],
  ['one order seven months ago', 'lost', [order(213)]],
  ['one order seven months ago, and an open complaint', 'lost', [order(213), raised(5)]],
  ['a complaint open for three days', 'strained', [...met, order(30), raised(3)]],
  ['a complaint open for a day', 'steady', [...met, order(30), raised(1)]],
  [
    'a complaint that came back twice',
    'strained',
    [...met, raised(9), solved(8), again(7), solved(6), again(1)],
  ],
  ['two stars of five last week', 'strained', [...met, csat(7, 2)]],
  ['two stars, and four since', 'warm', [...met, csat(20, 3), csat(9, 4)]],
  ['an order after a year of silence', 'returned', [...met, order(400), order(20)]],
  ['the same, 61 days ago', 'steady', [...met, order(400), order(61), wrote(50)]],
  ['orders every 30 days, then none for 60', 'cooling', [...met, ...rhythm, wrote(2)]],
  [
    'use fell by 60 %, whatever the score',
    'cooling',
    [
      ...met,
      event('Subscription Started', daysAgo(90), {}),
      event('Usage Reported', daysAgo(2), { ratio: 0.4 }),
      csat(2, 5),
    ],
  ],
  ['a rating that fell from five to three', 'cooling', [...met, csat(60, 5), csat(5, 3)]],
  ['a customer not heard of for 100 days, with 45 as usual', 'cooling', [...met, order(160), wrote(100)]],
  ['first words three days ago', 'new', [wrote(3), contact(2)]],
  ['a first order 13 days ago, and our first words today', 'new', [order(13), wrote(12), contact(0)]],
  ['a first order 15 days ago, and our first words today', 'warm', [order(15), wrote(12), contact(0)]],
  [
    'a regular for a year, to whom nobody had logged a word before today',
    'warm',
    [...[340, 250, 160, 70, 10].map((days) => order(days)), wrote(30), contact(0)],
  ],
  [
    'a subscriber of 200 days with the first mails today',
    'warm',
    [event('Subscription Started', daysAgo(200), {}), wrote(0), contact(0)],
  ],
  [
    'a sign-up 40 days ago, and first words both ways yesterday',
    'warm',
    [event('Signed Up', daysAgo(40), {}), wrote(1), contact(1)],
  ],
  [
    'somebody of whom nothing is known but that they spoke for us last week',
    'warm',
    [event('Product Shared', daysAgo(5), {}), wrote(2), contact(1)],
  ],
  ['in touch last week', 'warm', [...met, order(30), wrote(7)]],
  ['in touch 60 days ago, with 45 as usual', 'steady', [...met, order(160), wrote(60)]],
];

describe('status', () => {
  it.each(table)('[S1] %s is %s', (_what, status, events) => {
    expect(reading(events).status.status).toBe(status);
  });

  it('[S1] knows all eight, in the order of precedence', () => {
    expect(statusRules.map(([status]) => status)).toEqual([...statuses]);
    expect(new Set(table.map(([, status]) => status))).toEqual(new Set(statuses));
  });

  it('[F6] does not change because we write a note for ourselves', () => {
    const story = [...met, order(160), wrote(60)];
    const note = contact(0, { kind: 'NOTE', direction: 'in' });
    expect(reading([...story, note])).toEqual(reading(story));
    expect(reading([...story, note]).status.because).toEqual({ code: 'status-steady', values: { n: 60 } });
  });

  it('[S5] says why in numbers', () => {
    expect(reading([...met, order(30), raised(3)]).status.because).toEqual({
      code: 'status-complaint-open',
      values: { n: 3 },
    });
  });
});
