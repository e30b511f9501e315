import { beforeEach, expect, it, vi } from 'vitest';
import { stored } from '#lib/platform/stored.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const area = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  let answer: (value: unknown) => void = () => {};
  return {
    listeners,
    answer: (value: unknown) => answer(value),
    change: (key: string, newValue: unknown, changed = 'session') => {
      for (const listener of listeners) listener({ [key]: { newValue } }, changed);
    },
    browser: {
      storage: {
        session: {
          get: () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
        },
        onChanged: {
          addListener: (listener: Listener) => listeners.add(listener),
          removeListener: (listener: Listener) => listeners.delete(listener),
        },
      },
    },
  };
});
vi.mock('#lib/platform/browser.ts', () => ({ browser: area.browser }));

const note = stored('session', 'note', (value) => String(value));
let seen: string[];
let life: AbortController;
beforeEach(() => {
  seen = [];
  life = new AbortController();
  note.watch((value) => seen.push(value), life.signal);
  return () => life.abort();
});
const answered = async (value: string): Promise<void> => {
  area.answer({ note: value });
  await new Promise((done) => setTimeout(done));
};

it('tells what is there now, and then each change of its own key in its own area', async () => {
  await answered('old');
  area.change('note', 'new');
  area.change('other', 'x');
  area.change('note', 'x', 'local');
  expect(seen).toEqual(['old', 'new']);
});

it('never lets what was read before a change come after it', async () => {
  area.change('note', 'new');
  await answered('old');
  expect(seen).toEqual(['new']);
});

it('tells nothing once it is over', async () => {
  life.abort();
  area.change('note', 'new');
  await answered('old');
  expect(seen).toEqual([]);
  expect(area.listeners.size).toBe(0);
});
