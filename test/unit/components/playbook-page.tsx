import { act } from 'react';
import { afterEach, vi } from 'vitest';
import type { OptionsIntent, PlaybookDesk } from '#components/options/model.ts';
import { Options } from '#components/options/options.tsx';
import { JUDGE_MS } from '#components/options/playbook/editing.tsx';
import { NOW } from '#test/preview/fixtures/build.ts';
import { adminDesk, optionsFixtures } from '#test/preview/fixtures/options.ts';
import { click, render } from './render.tsx';

/** The playbook's editor for one test, on the page that it belongs to. */
afterEach(() => {
  sessionStorage.clear();
  location.hash = '';
});

const tick = (ms = 0) => act(() => new Promise<void>((done) => setTimeout(done, ms)));
/** Until what was changed has been judged. */
const judged = () => tick(JUDGE_MS + 5);

/** Goes to another place of the page, as a link does, and waits until it is there. */
export const goTo = async (hash: string): Promise<void> => {
  await act(async () => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
  await tick();
};

/** Shows the options page at `hash` and waits until the editor has opened. */
export const openPlaybook = async (
  hash = '#playbook',
  more: Partial<PlaybookDesk> = {},
): Promise<OptionsIntent[]> => {
  const model = optionsFixtures['options-admin'];
  if (!model) throw new Error('The fixture is gone.');
  location.hash = hash;
  const intents: OptionsIntent[] = [];
  const desk = { ...adminDesk, ...more };
  render(<Options model={{ ...model, desk }} now={NOW} dispatch={(intent) => intents.push(intent)} />);
  await vi.waitFor(
    async () => {
      await tick();
      if (!document.querySelector('main nav ~ div')) throw new Error('The editor has not opened.');
    },
    { timeout: 10_000, interval: 5 },
  );
  return intents;
};

/** Clicks what changes the form. */
export const change = async (element: HTMLElement): Promise<void> => {
  await click(element);
  await judged();
};

export const page = (): string => document.body.textContent ?? '';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controls = (): Control[] => [...document.querySelectorAll<Control>('input, textarea, select')];

/** What a screen reader says of this control. */
export const labelOf = (control: Control): string => {
  const own = control.getAttribute('aria-label');
  if (own) return own;
  const tag = control.id ? document.querySelector(`label[for="${control.id}"]`) : null;
  return (tag ?? control.closest('label'))?.textContent?.trim() ?? '';
};

/** The control of that label; the error lists what there is. */
export const field = (label: string): Control => {
  const found = controls().find((one) => labelOf(one) === label);
  if (!found) throw new Error(`No field “${label}” among: ${controls().map(labelOf).join(' | ')}`);
  return found;
};

/** What stands under a field: its fault, else its hint. */
export const noteOf = (label: string): string => {
  const id = field(label).getAttribute('aria-describedby');
  return (id && document.getElementById(id)?.textContent) ?? '';
};

/** Types or chooses. */
export const fill = async (label: string, value: string): Promise<void> => {
  const control = field(label);
  const of = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].find((one) => control instanceof one);
  await act(async () => {
    Object.getOwnPropertyDescriptor(of?.prototype, 'value')?.set?.call(control, value);
    control.dispatchEvent(
      new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
  await judged();
};

/** Ticks or unticks a box or a switch. */
export const turn = async (label: string): Promise<void> => {
  await act(async () => field(label).click());
  await judged();
};

/** Sends the form of the open dialog, as Enter does. */
export const submit = async (): Promise<void> => {
  await act(async () => {
    document
      .querySelector('[role="dialog"] form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await tick();
  await tick();
};

export const unlabelled = (): string[] =>
  controls()
    .filter((one) => labelOf(one) === '' && !one.closest('[aria-hidden]'))
    .map((one) => one.outerHTML.slice(0, 120));
