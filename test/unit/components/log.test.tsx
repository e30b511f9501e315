// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { TOAST_MS } from '#components/ui/toast.tsx';
import { Touchpoint } from '#lib/contract/touchpoint.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { choose, click, control, part, press, renderPanel, type, words } from './render.tsx';

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
  ])('one click on %s is one touchpoint that the contract accepts', async (name, kind, channel) => {
    const intents = mia();
    await click(control(name));
    expect(intents).toHaveLength(1);
    const [intent] = intents;
    expect(intent).toMatchObject({
      do: 'log',
      id: 'id-1',
      touchpoint: { kind, channel, direction: 'out', initiator: 'rep' },
    });
    expect(intent?.do === 'log' && Touchpoint.safeParse(intent.touchpoint).success).toBe(true);
  });

  test('they got in touch: direction and initiator are theirs', async () => {
    const intents = mia();
    await click(control('They did'));
    await click(control('Call'));
    expect(intents).toMatchObject([{ do: 'log', touchpoint: { direction: 'in', initiator: 'customer' } }]);
  });

  test('a few words go along, trimmed, and the field is empty for the next', async () => {
    const intents = mia();
    type('A few words (optional)', '  Wants 40 rolls  ');
    await click(control('Chat'));
    await click(control('Chat'));
    expect(intents).toMatchObject([{ touchpoint: { text: 'Wants 40 rolls' } }, { touchpoint: {} }]);
    expect(intents[1]?.do === 'log' && 'text' in intents[1].touchpoint).toBe(false);
  });

  test('the purpose can be said; else each button has its own', async () => {
    const intents = mia();
    await click(control('Call'));
    const select = document.querySelector('select');
    if (!select) throw new Error('There is no purpose to choose.');
    act(() => {
      select.value = 'commercial';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await click(control('Call'));
    expect(intents).toMatchObject([
      { touchpoint: { purpose: 'care' } },
      { touchpoint: { purpose: 'commercial' } },
    ]);
  });

  test('each click is answered with a way back', async () => {
    const intents = mia();
    await click(control('Email'));
    expect(words('toast')).toContain('Logged: Email to them');
    await click(control('Undo'));
    expect(intents[1]).toEqual({ do: 'undo', event: 'id-1' });
    expect(words('toast')).toContain('Taken back');
  });

  test('a complaint is two clicks', async () => {
    const intents = mia();
    await choose('Complaint', 'Late delivery');
    expect(intents).toEqual([{ do: 'record', id: 'id-1', type: 'Complaint Raised', about: 'Late delivery' }]);
    expect(words('toast')).toContain('Complaint noted: Late delivery');
  });

  test('words typed before are the first thing that a complaint can be about', async () => {
    const intents = mia();
    type('A few words (optional)', 'Two rolls were wet');
    await choose('Complaint', 'As written');
    expect(intents).toMatchObject([{ about: 'Two rolls were wet' }]);
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
