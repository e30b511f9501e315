import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Intent, SyncState, View } from '#components/model.ts';
import { Panel } from '#components/panel/panel.tsx';
import { days, lived, NOW, online } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';

/** A page for one test: renders, finds by part and by name, clicks as a person would. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | null = null;
beforeEach(() => {
  // happy-dom lays nothing out; the virtualiser asks for heights.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(44);
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

export const render = (node: ReactNode): void => {
  if (!root) root = createRoot(document.body.appendChild(document.createElement('div')));
  const mounted = root;
  act(() => mounted.render(node));
};

/** The fixture of that name, of a customer. */
export const customerOf = (name: string): Extract<View, { kind: 'customer' }> => {
  const view = fixtures[name]?.view;
  if (view?.kind !== 'customer') throw new Error(`There is no customer called ${name}.`);
  return view;
};

/** Somebody whom nothing but this story is known of, as the rules themselves read it. */
export const buyer = (...story: Parameters<typeof lived>[1]): Extract<View, { kind: 'customer' }> => {
  const { view } = lived({ name: 'Ana', addresses: ['ana@example.com'], createdAt: days(400) }, story);
  if (view.kind !== 'customer') throw new Error('Not a customer.');
  return view;
};

/** Renders the panel and returns what it asked for, in order. Ids are id-1, id-2, … */
export const renderPanel = (view: View, sync: SyncState = online): Intent[] => {
  const intents: Intent[] = [];
  let made = 0;
  const newId = () => `id-${++made}`;
  render(
    <Panel view={view} sync={sync} now={NOW} newId={newId} dispatch={(intent) => intents.push(intent)} />,
  );
  return intents;
};

export const part = (name: string): HTMLElement | null => document.querySelector(`[data-part="${name}"]`);
export const words = (name: string): string => part(name)?.textContent ?? '';

const named = (element: Element, name: string): boolean =>
  element.getAttribute('aria-label') === name || element.textContent?.trim() === name;

/** The button, menu item or link of that name; the error lists what there is. */
export const control = (name: string, within: ParentNode = document): HTMLElement => {
  const all = [...within.querySelectorAll<HTMLElement>('button, [role="menuitem"], a')];
  const found = all.find((one) => named(one, name));
  if (!found) throw new Error(`No control “${name}” among: ${all.map((one) => one.textContent).join(' | ')}`);
  return found;
};

export const click = async (element: HTMLElement): Promise<void> => {
  await act(async () => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, detail: 1 }));
    await new Promise((done) => setTimeout(done, 0));
  });
};

/** Opens the menu of that name and picks what begins with `item`. */
export const choose = async (menu: string, item: string, within?: ParentNode): Promise<void> => {
  await click(control(menu, within));
  const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const found = items.find((one) => one.textContent?.startsWith(item));
  if (!found) throw new Error(`No item “${item}” among: ${items.map((one) => one.textContent).join(' | ')}`);
  await click(found);
};

export const type = (label: string, value: string): void => {
  const tag = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const input =
    document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`) ??
    (tag ? document.querySelector<HTMLInputElement>(`input[id="${tag.htmlFor}"]`) : null);
  if (!input) throw new Error(`No field “${label}”.`);
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

/** The same for a field of several lines. */
export const write = (label: string, value: string): void => {
  const tag = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const field =
    document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`) ??
    (tag ? document.querySelector<HTMLTextAreaElement>(`textarea[id="${tag.htmlFor}"]`) : null);
  if (!field) throw new Error(`No field “${label}”.`);
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

/** Chooses in the list of that label. */
export const select = (label: string, value: string): void => {
  const tag = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const list = tag && document.querySelector<HTMLSelectElement>(`select[id="${tag.htmlFor}"]`);
  if (!list) throw new Error(`No list “${label}”.`);
  act(() => {
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

/** Waits until `there` finds something: some parts are fetched when they are first asked for. */
export const until = async <T,>(there: () => T | null | undefined | false): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = there();
    if (found) return found;
    await act(() => new Promise((done) => setTimeout(done, 10)));
  }
  throw new Error(`It never came: ${there}`);
};

/** Opens a section of what stands one click deeper, and returns its words. */
export const openSection = async (name: string): Promise<string> => {
  await click(control(name));
  const id = name.toLowerCase();
  await until(() => part(id) && !words(id).includes('One moment'));
  return words(id);
};

/** Picks from a customer's own menu, and waits for the question behind it. */
export const askFor = async (item: string, name: string): Promise<HTMLElement> => {
  await choose(`More for ${name}`, item);
  return until(() => document.querySelector<HTMLElement>('[role="dialog"]'));
};

/** Enter on what has the focus, as browsers do it: a key, and for a button the click that it stands for. */
export const enter = async (element: HTMLElement): Promise<void> => {
  await act(async () => {
    element.focus();
    const key = { key: 'Enter', bubbles: true, cancelable: true };
    const goes = element.dispatchEvent(new KeyboardEvent('keydown', key));
    if (goes && element.tagName === 'BUTTON')
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
    element.dispatchEvent(new KeyboardEvent('keyup', key));
    await new Promise((done) => setTimeout(done, 0));
  });
};

/** The intent to record an event of this kind; the first of a test has the id id-1. */
export const recorded = (kind: string, data: object, id = 'id-1'): object => ({
  do: 'record',
  id,
  type: kind,
  data,
});

export const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = window): void => {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
};
