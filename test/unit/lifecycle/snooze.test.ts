import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play } from '#lib/contract/playbook.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { stages } from '#lib/contract/stage.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, daysAgo, event, NOW, order, person, wrote } from './people.ts';

const play: Play = {
  id: 'plain_care',
  stages: [...stages],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Limit Reached', from: 0, to: 100 }],
  cooldownDays: 20,
  care: 1,
  prior: 0.5,
  urgency: 'none',
  text: { title: 'Plain', why: '', how: '' },
  rows: ['R0-01'],
};
const blocked = (events: SukiEvent[], now = NOW) => {
  const subject = person([event('Limit Reached', daysAgo(30), {}), ...events]);
  return decide(subject, { ...defaultPlaybook, plays: [play] }, now).hidden[0]?.blocked ?? null;
};
const untilTheyWrite = (days: number) =>
  event('Action Snoozed', daysAgo(days), { play: play.id, until: NOW + 3_650 * DAY, lift: 'they-write' });
const isSnoozed = (events: SukiEvent[]) => blocked(events)?.because.code === 'guard-g9-until-they-write';

describe('[G9] snoozed until they write', () => {
  it('is hidden without a date, however long they are silent', () => {
    const told = {
      guard: 'G9',
      until: null,
      because: { code: 'guard-g9-until-they-write', values: { saidAt: daysAgo(3) } },
    };
    expect(blocked([wrote(5), untilTheyWrite(3)])).toEqual(told);
    expect(blocked([untilTheyWrite(3)], NOW + 60 * DAY)).toEqual(told);
  });

  it.each<[string, (days: number) => SukiEvent]>([
    ['a mail', wrote],
    ['a question', (days) => event('Question Asked', daysAgo(days), { ref: 'q' })],
    ['a complaint', (days) => event('Complaint Raised', daysAgo(days), { ref: 'c' })],
    ['feedback', (days) => event('Feedback Given', daysAgo(days), { kind: 'comment' })],
    // "Sent" is the visitor's side of a chat, as Segment names it.
    ['a chat message', (days) => event('Live Chat Message Sent', daysAgo(days), {})],
  ])('ends with %s of theirs, if it is newer', (_what, word) => {
    expect(isSnoozed([untilTheyWrite(3), word(2)])).toBe(false);
    expect(isSnoozed([untilTheyWrite(3), word(4)])).toBe(true);
    expect(isSnoozed([untilTheyWrite(3), word(3)])).toBe(true);
  });

  it.each<[string, SukiEvent]>([
    ['what we write', contact(2)],
    ['what we answer in the chat', event('Live Chat Message Received', daysAgo(2), {})],
    ['an order', order(2)],
  ])('does not end with %s', (_what, other) => {
    expect(isSnoozed([untilTheyWrite(3), other])).toBe(true);
  });

  it('gives way to a newer snooze with a date, and the other way round', () => {
    const dated = (days: number) =>
      event('Action Snoozed', daysAgo(days), { play: play.id, until: daysAgo(-2) });
    expect(blocked([untilTheyWrite(3), dated(1)])?.until).toBe(daysAgo(-2));
    expect(isSnoozed([dated(3), untilTheyWrite(1)])).toBe(true);
  });

  it('does not hold back another play', () => {
    const other = event('Action Snoozed', daysAgo(3), {
      play: 'other_care',
      until: NOW + 3_650 * DAY,
      lift: 'they-write',
    });
    expect(blocked([other])).toBeNull();
  });
});
