// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { DOUBLE_MS } from '#components/panel/acts.ts';
import { TOAST_MS } from '#components/ui/toast.tsx';
import { Touchpoint } from '#lib/contract/touchpoint.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import {
  choose,
  click,
  control,
  part,
  press,
  recorded,
  renderPanel,
  select,
  type,
  words,
} from './render.tsx';

const mia = () => {
  const fixture = fixtures.wait;
  if (!fixture) throw new Error('The fixture is gone.');
  return renderPanel(fixture.view, fixture.sync);
};

describe('logging a touchpoint', () => {
  test.each([
    ['Email', 'EMAIL', 'email'],
    ['Call', 'CALL', 'phone'],
    ['Chat', 'COMMUNICATION', 'chat'],
    ['Meeting', 'MEETING', 'meeting'],
    ['Note', 'NOTE', 'note'],
  ])('[R0-10] one click on %s is one touchpoint that the contract accepts', async (name, kind, channel) => {
    const intents = mia();
    await click(control(name));
    expect(intents).toHaveLength(1);
    const [intent] = intents;
    expect(intent).toMatchObject({
      do: 'record',
      id: 'id-1',
      type: 'Touchpoint Logged',
      data: { kind, channel, direction: 'out', initiator: 'rep' },
    });
    expect(intent?.do === 'record' && Touchpoint.safeParse(intent.data).success).toBe(true);
  });

  test('they got in touch: direction and initiator are theirs', async () => {
    const intents = mia();
    await click(control('They did'));
    await click(control('Call'));
    expect(intents).toMatchObject([{ data: { direction: 'in', initiator: 'customer' } }]);
  });

  test('a few words go along, trimmed, and the field is empty for the next', async () => {
    const intents = mia();
    type('A few words (optional)', '  Wants 40 rolls  ');
    await click(control('Chat'));
    await click(control('Note'));
    expect(intents).toMatchObject([{ data: { text: 'Wants 40 rolls' } }, { data: {} }]);
    expect(intents[1]?.do === 'record' && 'text' in intents[1].data).toBe(false);
  });

  test('each button says what it will record, and follows the purpose that is chosen', async () => {
    mia();
    expect(control('Note').title).toBe('Note: recorded as care');
    expect(control('Call').getAttribute('aria-description')).toBe('Call: recorded as care');
    await click(control('Details'));
    select('Purpose', 'apology');
    expect(control('Note').title).toBe('Note: recorded as an apology');
  });

  test('the purpose can be said; else each button has its own', async () => {
    const intents = mia();
    await click(control('Email'));
    await click(control('Details'));
    select('Purpose', 'commercial');
    await click(control('Call'));
    expect(intents).toMatchObject([{ data: { purpose: 'answer' } }, { data: { purpose: 'commercial' } }]);
  });

  test('a note can carry what was promised, for a day that lasts until midnight', async () => {
    const intents = mia();
    await click(control('Details'));
    type('Promised for', '2026-11-24');
    await click(control('Note'));
    expect(intents).toMatchObject([
      { data: { kind: 'NOTE', promisedFor: new Date('2026-11-24T23:59:59.999').getTime() } },
    ]);
  });

  test('whether an answer was full can be said when we got in touch, for the question that is open', async () => {
    const lead = fixtures.lead;
    if (!lead) throw new Error('The fixture is gone.');
    const intents = renderPanel(lead.view, lead.sync);
    await click(control('Partly'));
    await click(control('Email'));
    await click(control('They did'));
    expect(() => control('Partly')).toThrow();
    expect(intents).toMatchObject([{ data: { answeredFully: 'partly', ref: 'q1' } }]);
  });

  test.each([
    ['They asked something', 'Question Asked', { ref: 'id-1', about: 'Wider ribbons?' }],
    ['They praised us', 'Feedback Given', { kind: 'praise', text: 'Wider ribbons?' }],
    ['They had an idea', 'Feedback Given', { kind: 'idea', text: 'Wider ribbons?' }],
    ['They recommended us', 'Referral Made', { text: 'Wider ribbons?' }],
    ['They said they may cancel', 'Cancel Intent Stated', { text: 'Wider ribbons?' }],
    ['Our contact there left', 'Champion Left', { text: 'Wider ribbons?' }],
  ])('%s: two clicks, with the words typed before', async (item, kind, data) => {
    const intents = mia();
    type('A few words (optional)', 'Wider ribbons?');
    await choose('Other', item);
    expect(intents).toEqual([recorded(kind, data)]);
  });

  test('a double click on a button is one touchpoint; a later press is another', async () => {
    const intents = mia();
    const button = control('Email');
    act(() => {
      button.click();
      button.click();
    });
    await click(button);
    expect(intents).toHaveLength(1);
    await new Promise((done) => setTimeout(done, DOUBLE_MS));
    await click(button);
    expect(intents).toHaveLength(2);
  });

  test('two different buttons in quick succession are two touchpoints', () => {
    const intents = mia();
    act(() => {
      control('Email').click();
      control('Call').click();
    });
    expect(intents).toMatchObject([{ data: { kind: 'EMAIL' } }, { data: { kind: 'CALL' } }]);
  });

  test('once another customer is shown, the key takes nothing back; the button still does', async () => {
    const intents = mia();
    await click(control('Email'));
    const view = fixtures.complaint?.view;
    if (!view) throw new Error('The fixture is gone.');
    const later = renderPanel(view);
    expect(words('toast')).toContain('Logged for Mia Tan');
    press('z', { ctrlKey: true });
    expect([...intents, ...later]).toHaveLength(1);
    expect(control('Undo').title).toBe('');
    await click(control('Undo'));
    expect(intents[1]).toEqual({ do: 'undo', event: 'id-1' });
    expect(later).toEqual([]);
  });

  test('back with the customer, the key works again', async () => {
    const intents = mia();
    await click(control('Email'));
    renderPanel({ kind: 'loading' });
    press('z', { ctrlKey: true });
    expect(intents).toHaveLength(1);
    mia();
    press('z', { ctrlKey: true });
    expect(intents[1]).toEqual({ do: 'undo', event: 'id-1' });
  });

  test('each click is answered with a way back', async () => {
    const intents = mia();
    await click(control('Email'));
    expect(words('toast')).toContain('Logged for Mia Tan: Email to them');
    await click(control('Undo'));
    expect(intents[1]).toEqual({ do: 'undo', event: 'id-1' });
    expect(words('toast')).toContain('Taken back');
  });

  test('words typed before are the first thing that a complaint can be about', async () => {
    const intents = mia();
    type('A few words (optional)', 'Two rolls were wet');
    await choose('Complaint', 'As written');
    expect(intents).toMatchObject([{ data: { about: 'Two rolls were wet' } }]);
  });

  test('the message goes by itself after eight seconds, and not while it is being read', async () => {
    mia();
    vi.useFakeTimers();
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    act(() => control('Email').click());
    pass(TOAST_MS - 1);
    expect(part('toast')).not.toBeNull();
    act(() => part('toast')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })));
    pass(TOAST_MS * 2);
    expect(part('toast')).not.toBeNull();
    act(() => part('toast')?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true })));
    pass(TOAST_MS);
    expect(part('toast')).toBeNull();
    press('z', { ctrlKey: true });
  });
});
