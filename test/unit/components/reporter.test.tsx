// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useReporter } from '#components/hooks/use-reporter.ts';
import type { ViewInputs, ViewSource } from '#components/hooks/view-source.ts';
import type { Reporter } from '#components/report/reporting.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { Report } from '#lib/contract/report.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { reported } from '#test/preview/fixtures/reports.ts';
import { render } from './render.tsx';

const page = vi.hoisted(() => ({ looked: (_: unknown): void => {}, sent: (_: unknown): void => {} }));
vi.mock('#components/hooks/use-settings.ts', () => ({ useSettings: () => ({ connection: {} }) }));
vi.mock('#lib/platform/sync-deps.ts', () => ({ accessTo: () => ({}) }));
vi.mock('#lib/platform/report.ts', () => ({
  makeReport: () => new Promise((resolve) => (page.looked = resolve)),
}));
vi.mock('#lib/sync/reports.ts', () => ({
  sendReport: () => new Promise((resolve) => (page.sent = resolve)),
}));

const common = { host: 'roundcube', version: '2026-11-22', self: [] };
const people = (conversation: string): PageReading => ({
  kind: 'people',
  ...common,
  conversation,
  people: [],
});
const miss = (why: 'loading' | 'name-only' | 'layout-unknown'): PageReading => ({
  kind: 'miss',
  ...common,
  miss: why,
});

let reporter: Reporter | null;
let inputs: Pick<ViewInputs, 'tab' | 'reading'>;
const listeners = new Set<() => void>();
const source: ViewSource = {
  // The rest of what a view is made of is no matter here.
  read: () => inputs as ViewInputs,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
const Shown = () => {
  reporter = useReporter({} as Dbs, source);
  return null;
};
const tab = { id: 1, url: 'https://mail.example/#1' };
const turnTo = (next: Partial<typeof inputs>) =>
  act(async () => {
    inputs = { ...inputs, ...next };
    for (const listener of listeners) listener();
  });
const ask = () =>
  act(async () => {
    reporter?.ask('wrong-person');
    // The code that looks at a page comes by itself.
    await vi.dynamicImportSettled();
  });
const looked = (report: Report | null = reported) => act(async () => page.looked(report));
const state = () => reporter?.reporting?.state ?? 'closed';

beforeEach(() => {
  inputs = { tab, reading: people('c1') };
  render(<Shown />);
});

describe('a report that is shown', () => {
  beforeEach(async () => {
    await ask();
    await looked();
    expect(state()).toBe('shown');
  });

  test.each<[string, Partial<typeof inputs>]>([
    ['another conversation', { reading: people('c2') }],
    ['the list of mails', { reading: miss('layout-unknown') }],
    ['another address', { tab: { ...tab, url: 'https://mail.example/#2' } }],
    ['another tab', { tab: { ...tab, id: 2 } }],
    ['no tab', { tab: null }],
  ])('is closed when the page has gone elsewhere: %s', async (_, next) => {
    await turnTo(next);
    expect(state()).toBe('closed');
  });

  test('stays while its page does, also while that loads anew', async () => {
    await turnTo({ reading: miss('loading') });
    await turnTo({ reading: null });
    await turnTo({ reading: people('c1') });
    expect(state()).toBe('shown');
  });

  test('is followed to its end once it is on its way, wherever the rep goes', async () => {
    await act(async () => {
      reporter?.send();
      await vi.dynamicImportSettled();
    });
    await turnTo({ reading: people('c2') });
    await act(async () => page.sent({ ok: true, value: {} }));
    expect(state()).toBe('sent');
  });
});

test('a page that was left while it was looked at is not shown', async () => {
  await ask();
  expect(state()).toBe('looking');
  await turnTo({ reading: people('c2') });
  await looked();
  expect(state()).toBe('closed');
});
