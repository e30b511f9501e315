// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { DOUBLE_MS } from '#components/panel/acts.ts';
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
    await click(control('Note'));
    expect(intents).toMatchObject([{ touchpoint: { text: 'Wants 40 rolls' } }, { touchpoint: {} }]);
    expect(intents[1]?.do === 'log' && 'text' in intents[1].touchpoint).toBe(false);
  });

  test('each button says what it will record, and follows the purpose that is chosen', () => {
    mia();
    expect(control('Email').title).toBe('Email: recorded as an answer');
    expect(control('Call').getAttribute('aria-description')).toBe('Call: recorded as care');
    const select = document.querySelector('select');
    expect(select?.selectedOptions[0]?.textContent).toBe('Purpose: fits the button');
    act(() => {
      if (select) select.value = 'apology';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(control('Email').title).toBe('Email: recorded as an apology');
  });

  test('the purpose can be said; else each button has its own', async () => {
    const intents = mia();
    await click(control('Email'));
    const select = document.querySelector('select');
    if (!select) throw new Error('There is no purpose to choose.');
    act(() => {
      select.value = 'commercial';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await click(control('Call'));
    expect(intents).toMatchObject([
      { touchpoint: { purpose: 'answer' } },
      { touchpoint: { purpose: 'commercial' } },
    ]);
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
    expect(intents).toMatchObject([{ touchpoint: { kind: 'EMAIL' } }, { touchpoint: { kind: 'CALL' } }]);
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

  test('a complaint is two clicks', async () => {
    const intents = mia();
    await choose('Complaint', 'Late delivery');
    expect(intents).toEqual([{ do: 'record', id: 'id-1', type: 'Complaint Raised', about: 'Late delivery' }]);
    expect(words('toast')).toContain('Complaint noted for Mia Tan: Late delivery');
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
