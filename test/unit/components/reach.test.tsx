// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { View } from '#components/model.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { days, happened } from '#test/preview/fixtures/build.ts';
import {
  buyer,
  choose,
  click,
  control,
  customerOf,
  part,
  recorded,
  renderPanel,
  type,
  until,
  words,
  write,
} from './render.tsx';

const bought = () => happened(days(40), 'Order Completed', { order: 'o1', total: 40, currency: 'USD' });

const touch = (channel: string, ago: number): TimelineEntry => ({
  id: `${channel}-${ago}`,
  at: days(ago),
  type: 'Touchpoint Logged',
  data: { kind: 'COMMUNICATION', direction: 'in', channel },
});
const chats = ['chat', 'email', 'chat', 'chat', 'chat'].map((channel, i) => touch(channel, i + 1));

test('[R4-27] 4 of 5 contacts were by chat: the card says so, and the log marks that button', () => {
  const view = customerOf('complaint');
  renderPanel({ ...view, record: { ...view.record, timeline: chats } });
  expect(words('action')).toContain('You are usually in touch by chat.');
  expect(document.querySelectorAll('[data-part="usual"]')).toHaveLength(1);
  expect(control('Chat').contains(part('usual'))).toBe(true);
  expect(control('Chat').title).toBe('Chat: recorded as an answer. The usual way between you');
});

test('[R4-27] how a play wants to reach them comes before their habit; without a habit none is claimed', () => {
  const view = customerOf('complaint');
  const { top } = view.decision;
  renderPanel({
    ...view,
    record: { ...view.record, timeline: chats },
    decision: { ...view.decision, top: top && { ...top, play: { ...top.play, channel: 'call' } } },
  });
  expect(words('action')).toContain('Best by phone');
  expect(words('action')).not.toContain('usually');
  renderPanel({ ...view, record: { ...view.record, timeline: chats.slice(0, 2) } });
  expect(words('action')).not.toContain('usually');
  expect(part('usual')).toBeNull();
});

/** What of their newest talk was how long. */
const talked = (minutes: number): View =>
  buyer(
    bought(),
    happened(days(1), 'Touchpoint Logged', {
      ...{
        kind: 'COMMUNICATION',
        direction: 'in',
        channel: 'chat',
        initiator: 'customer',
        purpose: 'answer',
      },
      minutes,
    }),
  );
const survey = async (): Promise<HTMLElement> => {
  await choose('Other', 'We sent a survey');
  return until(() => document.querySelector<HTMLElement>('[role="dialog"]'));
};

test('[R3-08] a survey of 20 questions after a chat of 1 minute is refused, and 1 question is offered', async () => {
  const intents = renderPanel(talked(1));
  const box = await survey();
  type('How many questions?', '20');
  await click(control('Note it', box));
  expect(intents).toEqual([]);
  expect(box.querySelector('[role="alert"]')?.textContent).toBe(
    'Your last talk took 1 minute: 1 question fits.',
  );
  await click(control('Ask 1 question', box));
  await click(control('Note it', box));
  expect(intents).toEqual([recorded('Survey Sent', { questions: 1 })]);
});

test('a survey that fits is noted at once; none, or half a question, is not', async () => {
  const intents = renderPanel(talked(20));
  const box = await survey();
  expect(box.textContent).toContain('up to 3 questions fit');
  for (const none of ['', '0', '1.5']) {
    type('How many questions?', none);
    await click(control('Note it', box));
  }
  expect(intents).toEqual([]);
  expect(box.textContent).toContain('Ask at least one.');
  type('How many questions?', '2');
  await click(control('Note it', box));
  expect(intents).toEqual([recorded('Survey Sent', { questions: 2 })]);
});

test('where nobody noted how long a talk was, one question fits', async () => {
  renderPanel(buyer(bought()));
  expect((await survey()).textContent).toContain(
    'Nobody noted how long your last talk was: 1 question fits.',
  );
});

test('[R0-22] a reply under a post says how much of its 280 characters is used, and warns above', async () => {
  const view = customerOf('complaint');
  const { top } = view.decision;
  const play = view.playbook.plays.find(({ id }) => id === 'reply_on_social');
  if (!play || !top) throw new Error('The play is gone.');
  renderPanel({ ...view, decision: { ...view.decision, top: { ...top, key: play.id, play } } });
  expect(words('action')).toContain('Best where they posted');
  await click(control('Draft'));
  write('Your message', 'x'.repeat(280));
  expect(words('room')).toBe('280 of 280 characters');
  expect(part('room')?.getAttribute('role')).toBeNull();
  write('Your message', 'x'.repeat(281));
  expect(words('room')).toBe('281 of 280 characters: too long for a post.');
  expect(part('room')?.getAttribute('role')).toBe('alert');
  renderPanel(view);
  await click(control('Draft'));
  expect(part('room')).toBeNull();
});

test('what they told us stands above until somebody has told them what became of it, the oldest first', async () => {
  const said = (ago: number, text: string) => happened(days(ago), 'Feedback Given', { kind: 'idea', text });
  const first = said(30, 'Boxes in two sizes');
  const second = said(3, 'A bell at the counter');
  const intents = renderPanel(buyer(bought(), first, second));
  expect(words('feedback')).toContain('Feedback to get back toBoxes in two sizes · 4 weeks ago');
  // It is told once.
  expect(words('context').match(/Boxes in two sizes/g)).toHaveLength(1);
  expect(words('context')).toContain('A bell at the counter');
  await click(control('Closed'));
  expect(intents).toEqual([recorded('Feedback Closed', { ref: first.id })]);
  const closed = [first, second].map(({ id }) => happened(days(1), 'Feedback Closed', { ref: id }));
  renderPanel(buyer(bought(), first, second, ...closed));
  expect(part('feedback')).toBeNull();
});

test('a suggestion that is another’s to follow says whose, also where it is not the first', () => {
  const view = customerOf('complaint');
  const { top, others } = view.decision;
  const meant = (audience: 'founder' | 'lead' | 'rep') => (card: NonNullable<typeof top>) => ({
    ...card,
    play: { ...card.play, audience },
  });
  renderPanel({
    ...view,
    decision: { ...view.decision, top: top && meant('lead')(top), others: others.map(meant('founder')) },
  });
  expect([...document.querySelectorAll('[data-part="for-whom"]')].map((one) => one.textContent)).toEqual([
    'For the lead',
    'For a founder',
  ]);
  renderPanel({ ...view, decision: { ...view.decision, top: top && meant('rep')(top) } });
  expect(part('for-whom')).toBeNull();
});
