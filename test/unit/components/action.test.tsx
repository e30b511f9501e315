// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { DismissReason } from '#lib/contract/events.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { choose, click, control, part, press, renderPanel, type, words } from './render.tsx';

const ana = () => {
  const fixture = fixtures.complaint;
  if (fixture?.view.kind !== 'customer') throw new Error('The fixture is gone.');
  return { intents: renderPanel(fixture.view, fixture.sync), view: fixture.view };
};
const action = () => part('action') ?? document;

describe('the next action', () => {
  test('the factor table opens on demand, and its numbers multiply to the score', async () => {
    const { view } = ana();
    expect(document.querySelector('table')).toBeNull();
    await click(control('Why this?'));
    const value = (id: string) =>
      Number(document.querySelector(`[data-factor="${id}"]`)?.textContent?.replace('×', '').trim());
    const product = ['p', 'C', 'U', 'V', 'L', 'F'].reduce((all, id) => all * value(id), 100);
    expect(product).toBeCloseTo(value('score'), 0);
    expect(value('score')).toBeCloseTo(view.decision.top?.score ?? 0, 1);
    expect(value('score')).toBe(166.6);
  });

  test('done is one click, counts as contact, and can be taken back', async () => {
    const { intents } = ana();
    await click(control('Done'));
    await click(control('Undo'));
    expect(intents).toEqual([
      { do: 'done', id: 'id-1', play: 'apologise_personally', contact: true },
      { do: 'undo', event: 'id-1' },
    ]);
  });

  test('a double click on Done does not do the suggestion that comes next, too', async () => {
    const { view } = ana();
    await click(control('Done'));
    const [next] = view.decision.others;
    if (!next) throw new Error('The fixture has no second suggestion.');
    const intents = renderPanel({ ...view, decision: { ...view.decision, top: next, others: [] } });
    await click(control('Done'));
    expect(intents).toEqual([]);
  });

  test('done without contact is said apart', async () => {
    const { intents } = ana();
    await choose('Ways to be done', 'Done, without', action());
    expect(intents).toEqual([{ do: 'done', id: 'id-1', play: 'apologise_personally', contact: false }]);
  });

  test.each([
    ['Tomorrow', '2026-11-22T09:00'],
    ['Next week', '2026-11-23T09:00'],
  ])('snooze until %s', async (item, until) => {
    const { intents } = ana();
    await choose('Snooze', item, action());
    expect(intents).toEqual([
      { do: 'snooze', id: 'id-1', play: 'apologise_personally', until: new Date(until).getTime() },
    ]);
  });

  test('until they write is said as that: their word lifts it, and no date is promised', async () => {
    const { intents } = ana();
    await choose('Snooze', 'Until they write', action());
    expect(intents).toEqual([
      {
        do: 'snooze',
        id: 'id-1',
        play: 'apologise_personally',
        until: expect.any(Number),
        lift: 'they-write',
      },
    ]);
    expect(document.body.textContent).toContain('Quiet until Ana Reyes writes: Apologise yourself');
  });

  test('a snooze date in the past is refused in words; a later one is taken at nine that morning', async () => {
    const { intents } = ana();
    await choose('Snooze', 'Pick a date', action());
    const dialog = document.querySelector('[role="dialog"]') ?? document;
    type('Bring it back on', '2026-11-20');
    await click(control('Snooze', dialog));
    expect(dialog.textContent).toContain('Choose a day after today.');
    expect(intents).toEqual([]);
    type('Bring it back on', '2026-12-24');
    await click(control('Snooze', dialog));
    expect(intents).toEqual([
      {
        do: 'snooze',
        id: 'id-1',
        play: 'apologise_personally',
        until: new Date('2026-12-24T09:00').getTime(),
      },
    ]);
  });

  test.each([
    ['A fact is wrong', 'wrong-fact'],
    ['Wrong time', 'wrong-time'],
    ['Somebody already', 'already-done'],
    ['Not for this customer', 'never'],
    ['A bad idea', 'bad-idea'],
  ])('not relevant, because: %s', async (item, why) => {
    const { intents } = ana();
    await choose('Not relevant', item, action());
    expect(intents).toEqual([{ do: 'dismiss', id: 'id-1', play: 'apologise_personally', why }]);
    expect(DismissReason.options).toContain(why);
  });

  test('the draft is copied, never sent', async () => {
    const { intents } = ana();
    const writeText = vi.fn(() => Promise.resolve());
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    await click(control('Draft'));
    await click(control('Copy'));
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('Dear Ana'));
    expect(words('toast')).toContain('Your own sentence is still to be written.');
    expect(intents).toEqual([]);
  });

  test('a refused copy says what to do instead', async () => {
    ana();
    const writeText = () => Promise.reject(new Error('denied'));
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    await click(control('Draft'));
    await click(control('Copy'));
    expect(words('toast')).toContain('did not allow copying');
  });

  test('a smaller suggestion takes the same answers', async () => {
    const { intents } = ana();
    await choose('Answer to Send the boxes by courier today', 'Wrong time');
    expect(intents).toEqual([{ do: 'dismiss', id: 'id-1', play: 'fix_first', why: 'wrong-time' }]);
  });

  test('Ctrl+Z takes the newest answer back, but not while typing', async () => {
    const { intents } = ana();
    await click(control('Done'));
    const field = document.querySelector('input') ?? document.body;
    press('z', { ctrlKey: true }, field);
    expect(intents).toHaveLength(1);
    press('z', { ctrlKey: true });
    expect(intents[1]).toEqual({ do: 'undo', event: 'id-1' });
    press('z', { ctrlKey: true });
    expect(intents).toHaveLength(2);
  });
});
