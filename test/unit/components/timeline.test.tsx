// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { View } from '#components/model.ts';
import { lines } from '#components/panel/timeline.tsx';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { days, hours, NOW, online } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { click, control, part, renderPanel, words } from './render.tsx';

const note = (id: string, at: number, by?: string): TimelineEntry => ({
  id,
  at,
  type: 'Touchpoint Logged',
  data: { kind: 'NOTE', direction: 'out', text: `note ${id}` },
  ...(by && { by }),
});
const withTimeline = (
  timeline: TimelineEntry[],
  more: { events?: number; pending?: string[] } = {},
): View => {
  const view = fixtures.wait?.view;
  if (view?.kind !== 'customer') throw new Error('The fixture is gone.');
  return {
    ...view,
    record: { ...view.record, timeline, events: more.events ?? timeline.length },
    pending: new Set(more.pending),
  };
};

describe('the timeline', () => {
  test('is newest first, under today, yesterday, the weekday, then the month', () => {
    const story = [
      note('a', days(40)),
      note('b', hours(1)),
      note('c', days(1)),
      note('d', days(3)),
      note('e', days(41)),
    ];
    expect(lines(story, NOW).map((line) => (line.kind === 'heading' ? line.text : line.entry.id))).toEqual([
      'Today',
      'b',
      'Yesterday',
      'c',
      'Wednesday',
      'd',
      'October 2026',
      'a',
      'e',
    ]);
  });

  test('entries of one moment keep one order', () => {
    const story = [note('a', NOW), note('c', NOW), note('b', NOW)];
    const ids = (entries: TimelineEntry[]) => lines(entries, NOW).map(({ key }) => key);
    expect(ids(story)).toEqual(ids([...story].reverse()));
  });

  test('nothing yet is said in words', () => {
    renderPanel(withTimeline([]));
    expect(words('timeline')).toContain('Nothing has happened yet.');
    expect(words('context')).toContain('No touchpoints yet.');
  });

  test('ten thousand entries put only a screenful of rows into the page', () => {
    renderPanel(withTimeline(Array.from({ length: 10_000 }, (_, i) => note(`n${i}`, NOW - i * 3_600_000))));
    const rows = part('timeline')?.querySelectorAll('li').length ?? 0;
    expect(rows).toBeGreaterThan(5);
    expect(rows).toBeLessThan(60);
    expect(words('timeline')).toContain('10,000 events');
  });

  test('what was not sent yet is marked, and only that', () => {
    renderPanel(withTimeline([note('a', hours(1)), note('b', hours(2))], { pending: ['a'] }));
    expect(words('timeline').match(/waiting to be sent/g)).toHaveLength(1);
  });

  test("one's own entry can be undone from its row, a colleague's cannot", async () => {
    const intents = renderPanel(
      withTimeline([note('mine', hours(1), 'Joy'), note('hers', hours(2), 'Ben')]),
      online,
    );
    const undo = [...(part('timeline')?.querySelectorAll('button[aria-label^="Undo"]') ?? [])];
    expect(undo).toHaveLength(1);
    await click(control('Undo: Note', part('timeline') ?? document));
    expect(intents).toEqual([{ do: 'undo', event: 'mine' }]);
  });

  test('older ones are asked for from the last one shown; the end is said', async () => {
    const intents = renderPanel(withTimeline([note('a', hours(1)), note('b', days(2))], { events: 64 }));
    await click(control('Show older'));
    expect(intents).toEqual([{ do: 'older-events', before: 'b' }]);
    renderPanel(withTimeline([note('a', hours(1))]));
    expect(words('timeline')).toContain('That is all of it.');
  });

  test('a link that was noted can be opened; one that is no page cannot', () => {
    const linked = (id: string, url: string): TimelineEntry => ({
      ...note(id, days(1)),
      data: { kind: 'COMMUNICATION', direction: 'in', channel: 'social', url },
    });
    renderPanel(
      withTimeline([linked('a', 'https://social.example/p/1'), linked('b', 'javascript:alert(1)')]),
    );
    const links = [...(part('timeline')?.querySelectorAll('a') ?? [])];
    expect(links.map(({ href }) => href)).toEqual(['https://social.example/p/1']);
  });
});
