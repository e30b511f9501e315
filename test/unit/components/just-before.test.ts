import { expect, test } from 'vitest';
import { detail } from '#components/entry.ts';
import { justBefore } from '#components/just-before.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { days, happened, record, why } from '#test/preview/fixtures/build.ts';

const call = (n: number) =>
  happened(days(n), 'Touchpoint Logged', {
    kind: 'CALL',
    direction: 'out',
    channel: 'phone',
    initiator: 'rep',
    purpose: 'care',
  });
const plain = { stage: 'retain' as const, since: days(90), because: [why('stage-tenure', { n: 90 })] };
const types = (story: SukiEvent[], stage: Parameters<typeof justBefore>[1] = plain, told: string[] = []) =>
  justBefore(
    record({ name: 'Ana', addresses: ['a@example.com'], createdAt: days(400) }, story),
    stage,
    new Set(told),
  ).map(({ type }) => type);
const calls = [call(4), call(3), call(2), call(1)];

test('three exchanges, newest first, and nothing that machines wrote', () => {
  const machines = [
    happened(days(0.2), 'Email Delivered', {}),
    happened(days(0.1), 'Stage Changed', { from: null, to: 'retain', because: [], version: 1 }),
  ];
  expect(types([...calls, ...machines])).toEqual(Array(3).fill('Touchpoint Logged'));
});

test('the recommendation that made them an advocate stays in sight behind newer calls', () => {
  const referral = happened(days(60), 'Referral Made', {});
  const stage = {
    stage: 'advocate' as const,
    since: referral.at,
    because: [why('stage-referred', { actAt: referral.at })],
  };
  expect(types([referral, ...calls], stage)).toEqual([
    'Touchpoint Logged',
    'Touchpoint Logged',
    'Referral Made',
  ]);
});

test('an open question and an unkept promise stay in sight; once settled they are like the others', () => {
  const open = [
    happened(days(30), 'Question Asked', { ref: 'q', about: 'Sizes' }),
    happened(days(20), 'Promise Made', { ref: 'p', about: 'Samples' }),
  ];
  expect(types([...open, ...calls])).toEqual(['Touchpoint Logged', 'Promise Made', 'Question Asked']);
  const settled = [
    happened(days(15), 'Question Answered', { ref: 'q', fully: 'yes' }),
    happened(days(14), 'Promise Kept', { ref: 'p' }),
  ];
  expect(types([...open, ...settled, ...calls])).toEqual(Array(3).fill('Touchpoint Logged'));
});

test('a complaint that stands above is not told twice', () => {
  const complaint = happened(days(1), 'Complaint Raised', { ref: 'c', about: 'Late' });
  expect(types([complaint], plain, ['c'])).toEqual([]);
  expect(types([complaint])).toEqual(['Complaint Raised']);
});

test.each([
  [{ kind: 'csat', score: 1, text: 'Never again' }, '1 of 5 · Never again'],
  [{ kind: 'nps', score: 9 }, '9 of 10'],
  [{ kind: 'comment', score: 3 }, 'score 3'],
  [{ kind: 'praise', text: 'Lovely' }, 'Lovely'],
])('feedback says its score first: %o', (data, said) => {
  expect(detail({ id: 'f', at: 0, type: 'Feedback Given', data })).toBe(said);
});
