// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPanelHint } from '#lib/platform/draw-panel-hint.ts';

const words = { title: 'It could not open', text: 'Open it from the menu.', close: 'Close' };
const guests = () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');
/** The hint's inside, which the page itself cannot see. */
const draw = (): ShadowRoot => {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  drawPanelHint(document, words);
  const root = attach.mock.results[0]?.value;
  expect(attach.mock.calls).toEqual([[{ mode: 'closed' }]]);
  attach.mockRestore();
  return root;
};
const pressEscape = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
afterEach(() => void pressEscape());

describe('the hint in the page', () => {
  it('says its words, to screen readers too, and leaves the page to itself', () => {
    document.body.innerHTML = '<p>A mail</p>';
    const box = draw().querySelector('[role="status"]');
    expect(box?.textContent).toContain('It could not open');
    expect(box?.textContent).toContain('Open it from the menu.');
    expect(document.body.innerHTML).toBe('<p>A mail</p>');
    expect(guests()).toHaveLength(1);
  });

  it('goes by its button', () => {
    const button = draw().querySelector('button');
    expect(button?.getAttribute('aria-label')).toBe('Close');
    button?.click();
    expect(guests()).toHaveLength(0);
  });

  it('goes by Escape, and by no other key', () => {
    draw();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(guests()).toHaveLength(1);
    pressEscape();
    expect(guests()).toHaveLength(0);
  });

  it('stands there once, however often it is called', () => {
    draw();
    draw();
    expect(guests()).toHaveLength(1);
  });
});
