// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DOUBLE_MS } from '#components/panel/acts.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { DismissReason } from '#lib/contract/events.ts';
import { days } from '#test/preview/fixtures/build.ts';
import { fixtures } from '#test/preview/fixtures/index.ts';
import { choose, click, control, part, press, recorded, renderPanel, type, words, write } from './render.tsx';

const ana = () => {
  const fixture = fixtures.complaint;
  if (fixture?.view.kind !== 'customer') throw new Error('The fixture is gone.');
  return { intents: renderPanel(fixture.view, fixture.sync), view: fixture.view };
};
/** What the top card's answers say of it. */
const apologise = { play: 'apologise_personally', rank: 1 };
const action = () => part('action') ?? document;

const draft = () => document.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '';

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
      recorded('Action Done', { ...apologise, contact: true, purpose: 'care' }),
      { do: 'undo', event: 'id-1' },
    ]);
  });

  test('a double click on Done does not do the suggestion that comes next, too', async () => {
    // The hand is quick, however slow the machine is.
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    onTestFinished(() => now.mockRestore());
    const { view } = ana();
    await click(control('Done'));
    const [next] = view.decision.others;
    if (!next) throw new Error('The fixture has no second suggestion.');
    const intents = renderPanel({ ...view, decision: { ...view.decision, top: next, others: [] } });
    await click(control('Done'));
    expect(intents).toEqual([]);
    now.mockReturnValue(DOUBLE_MS);
    await click(control('Done'));
    expect(intents).toHaveLength(1);
  });

  test('done without contact is said apart', async () => {
    const { intents } = ana();
    await choose('Ways to be done', 'Done, without', action());
    expect(intents).toEqual([recorded('Action Done', { ...apologise, contact: false, purpose: 'care' })]);
  });

  test.each([
    ['Tomorrow', '2026-11-22T09:00'],
    ['Next week', '2026-11-23T09:00'],
  ])('snooze until %s', async (item, until) => {
    const { intents } = ana();
    await choose('Snooze', item, action());
    expect(intents).toEqual([recorded('Action Snoozed', { ...apologise, until: new Date(until).getTime() })]);
  });

  test('until they write is said as that: their word lifts it, and no date is promised', async () => {
    const { intents } = ana();
    await choose('Snooze', 'Until they write', action());
    expect(intents).toEqual([
      recorded('Action Snoozed', { ...apologise, until: expect.any(Number), lift: 'they-write' }),
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
      recorded('Action Snoozed', { ...apologise, until: new Date('2026-12-24T09:00').getTime() }),
    ]);
  });

  test.each([
    ['Wrong time', 'wrong-time'],
    ['Somebody already', 'already-done'],
    ['Not for this customer', 'never'],
    ['A bad idea', 'bad-idea'],
  ])('not relevant, because: %s', async (item, why) => {
    const { intents } = ana();
    await choose('Not relevant', item, action());
    expect(intents).toEqual([recorded('Action Dismissed', { ...apologise, why })]);
    expect(DismissReason.options).toContain(why);
  });

  test('[G11] [R0-15] [R3-13] a complaint: the draft cannot be copied until the rep typed one own sentence; it is never sent', async () => {
    const { intents } = ana();
    const writeText = vi.fn(() => Promise.resolve());
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    await click(control('Draft'));
    const copy = control('Copy');
    expect(draft()).toContain('Dear Ana');
    expect(copy.hasAttribute('disabled')).toBe(true);
    expect(document.getElementById(copy.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Put a sentence of your own where the marked words are.',
    );
    expect(document.querySelector('mark')?.textContent).toBe('[when they arrive, and who brings them]');
    // The slot merely taken out is not a sentence of one's own.
    write('Your message', draft().replace(/\[.*\]/, ''));
    expect(copy.hasAttribute('disabled')).toBe(true);
    write('Your message', `${draft()}Marco drives to you himself, before nine on Monday.`);
    expect(copy.hasAttribute('disabled')).toBe(false);
    await click(copy);
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('Marco drives to you himself'));
    expect(intents).toEqual([]);
  });

  test('a refused copy says what to do instead', async () => {
    ana();
    const writeText = () => Promise.reject(new Error('denied'));
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    await click(control('Draft'));
    write('Your message', 'Marco drives to you himself, before nine on Monday.');
    await click(control('Copy'));
    expect(words('toast')).toContain('did not allow copying');
  });

  test('a smaller suggestion takes the same answers', async () => {
    const { intents } = ana();
    await choose('Answer to Send the boxes by courier today', 'Wrong time');
    expect(intents).toEqual([
      recorded('Action Dismissed', { play: 'fix_first', rank: 2, why: 'wrong-time' }),
    ]);
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

  test('a fact is wrong: asks which, with what fired it already there, and blames the fact', async () => {
    const { intents } = ana();
    await choose('Not relevant', 'A fact is wrong', action());
    expect(intents).toEqual([]);
    expect(document.querySelector<HTMLInputElement>('[role="dialog"] input')?.value).toBe(
      'Their complaint “late delivery” has been open for 2 days',
    );
    await click(control('Say so'));
    expect(intents).toEqual([
      recorded('Action Dismissed', {
        ...apologise,
        why: 'wrong-fact',
        fact: 'Their complaint “late delivery” has been open for 2 days',
      }),
    ]);
  });

  test('somebody already did it: the contact that a colleague made this week is named and linked', async () => {
    const { view } = ana();
    const call: TimelineEntry = {
      id: 'call-7',
      type: 'Touchpoint Logged',
      at: days(2),
      by: 'Ben',
      data: { kind: 'CALL', direction: 'out' },
    };
    const intents = renderPanel({
      ...view,
      record: { ...view.record, timeline: [...view.record.timeline, call] },
    });
    await click(control('Not relevant', action()));
    expect(document.body.textContent).toContain('Counts as a contact: We called, 2 days ago');
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    await click(items.find((item) => item.textContent?.startsWith('Somebody already')) ?? document.body);
    expect(intents).toEqual([
      recorded('Action Dismissed', { ...apologise, why: 'already-done', touchpoint: 'call-7' }),
    ]);
  });

  test('[R4-17] the card has a coach’s why and how, where it comes from, and how to reach them', () => {
    const { view } = ana();
    const { top } = view.decision;
    if (!top) throw new Error('The fixture is gone.');
    expect(words('coach')).toContain('How: Call rather than write.');
    expect(words('action')).toContain('By rule');
    const text = { ...top.play.text, why: 'A wedding hangs on it.' };
    renderPanel({
      ...view,
      decision: {
        ...view.decision,
        top: { ...top, play: { ...top.play, text, channel: 'call' }, origin: { by: 'learned', n: 34 } },
      },
    });
    expect(words('coach')).toContain('Why: A wedding hangs on it.');
    expect(words('action')).toContain('Learned, n = 34');
    expect(words('action')).toContain('Best by phone');
  });

  test('snoozed often, it asks whether it should ever come back; seldom, it does not', async () => {
    const { view } = ana();
    const { top } = view.decision;
    expect(words('action')).not.toContain('ever come back');
    const intents = renderPanel({
      ...view,
      decision: { ...view.decision, top: top && { ...top, snoozed: 3 } },
    });
    expect(words('action')).toContain('Snoozed 3 times. Should it ever come back?');
    await click(control('Never again'));
    expect(intents).toEqual([recorded('Action Dismissed', { ...apologise, why: 'never' })]);
  });

  test('[R0-19] what the team may add for free stands on a card about giving more, and on no other', () => {
    const { view } = ana();
    expect(part('perks')).toBeNull();
    const { top } = view.decision;
    renderPanel({
      ...view,
      decision: { ...view.decision, top: top && { ...top, play: { ...top.play, perks: true } } },
    });
    expect(words('perks')).toBe(
      'You may add for free (₱500 at most)A handwritten cardFirst on the vanTwo samples',
    );
  });

  test.each([
    ['Helped', 'Action Helped'],
    ['No reply', 'Action Unanswered'],
    ['Went badly', 'Action Unhelpful'],
  ])('how it went is asked once it was done; “%s” is one click', async (button, kind) => {
    const { view } = ana();
    expect(part('outcome')).toBeNull();
    const [other] = view.decision.others;
    if (!other) throw new Error('The fixture has no second suggestion.');
    const intents = renderPanel({
      ...view,
      decision: { ...view.decision, ask: { play: other.play, doneAt: days(3), event: 'e' } },
    });
    expect(words('outcome')).toContain('How did it go? Send the boxes by courier today · 3 days ago');
    await click(control(button));
    expect(intents).toEqual([recorded(kind, { play: 'fix_first' })]);
  });

  test('an answer names the decision that it answers, and the place of the card in it', async () => {
    const { view } = ana();
    const intents = renderPanel({ ...view, decisionId: 'd-1' });
    await click(control('Done'));
    expect(intents).toEqual([
      recorded('Action Done', { ...apologise, decision: 'd-1', contact: true, purpose: 'care' }),
    ]);
  });
});
