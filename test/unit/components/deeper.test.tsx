// @vitest-environment happy-dom

import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { stageSteps } from '#components/stage-steps.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { days, happened, NOW, record } from '#test/preview/fixtures/build.ts';
import {
  buyer,
  click,
  control,
  customerOf,
  openSection,
  part,
  recorded,
  renderPanel,
  select,
  type,
  until,
  words,
  write,
} from './render.tsx';

const shown = customerOf;
const open = openSection;
let n = 0;
const order = (ago: number, total: number, currency: string) =>
  happened(days(ago), 'Order Completed', { order: `o${++n}`, total, currency });

describe('one click deeper', () => {
  test('everything is closed at first; one at a time is open, and a second click closes it', async () => {
    renderPanel(shown('advocate'));
    for (const id of ['worth', 'person', 'stages', 'promises']) expect(part(id)).toBeNull();
    await open('Worth');
    await open('Person');
    expect(part('worth')).toBeNull();
    await click(control('Person'));
    expect(part('person')).toBeNull();
  });

  test('what is open stays open for the next customer', async () => {
    renderPanel(shown('advocate'));
    await open('Promises');
    renderPanel(shown('complaint'));
    await until(() => part('promises'));
    expect(control('Promises').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('worth', () => {
  test('[R0-07] three orders of 20, 30 and 50 USD are 100 USD; one in EUR is a line of its own, never summed', async () => {
    renderPanel(
      buyer(order(90, 20, 'USD'), order(60, 30, 'USD'), order(30, 50, 'USD'), order(20, 40, 'EUR')),
    );
    expect(document.body.textContent).not.toContain('$100.00');
    await open('Worth');
    const line = (currency: string) =>
      document.querySelector(`[data-currency="${currency}"]`)?.textContent ?? '';
    expect(line('USD')).toContain('Last 12 months$100.00');
    expect(line('EUR')).toContain('Last 12 months€40.00');
    expect(words('worth')).not.toContain('140');
  });

  test('of one order nothing is foretold: no chance, no percentage, no sum', async () => {
    renderPanel(buyer(order(200, 20, 'USD')));
    const told = await open('Worth');
    expect(told).toContain('One order so far. What comes next is open.');
    expect(told).toContain('Next 12 monthsnot enough history');
    expect(told).not.toMatch(/%|alive|90 days/);
  });

  test('who never bought has nothing to count', async () => {
    renderPanel(shown('lead'));
    expect(await open('Worth')).toBe('No order yet, so there is nothing to count.');
  });
});

describe('the deal of an account', () => {
  test('[R2-09] two of six, the next to ask is the economic buyer, with words to ask it and the evidence for the rest', async () => {
    const view = shown('deal');
    expect(view.decision.reading.meddic).toMatchObject({ score: 2, next: 'buyer' });
    renderPanel(view);
    const told = await open('Deal');
    expect(told).toContain('2 of 6 known');
    expect(told).toContain('Next to ask: Who signs off“Who signs off on this kind of purchase?”');
    expect(told).toContain('Two Sundays a month, lost to counting stock');
    expect(part('deal')?.querySelector('a')?.href).toBe('https://crm.example.com/notes/17');
    expect(part('deal')?.querySelectorAll('li')).toHaveLength(6);
  });

  test('[R2-09] an item is noted with words and a link, and can be taken out again', async () => {
    const intents = renderPanel(shown('deal'));
    await open('Deal');
    await click(control('Note: Who signs off'));
    write('In their words, or a link', 'Khun Mali, the owner https://crm.example.com/notes/18');
    await click(control('Save'));
    await click(control('Not known after all: What success is worth to them'));
    expect(intents).toEqual([
      recorded('MEDDIC Noted', {
        item: 'buyer',
        text: 'Khun Mali, the owner',
        url: 'https://crm.example.com/notes/18',
      }),
      recorded('MEDDIC Cleared', { item: 'metrics' }, 'id-2'),
    ]);
  });

  test('people who buy for themselves have no deal to qualify', () => {
    renderPanel(shown('lead'));
    expect(() => control('Deal')).toThrow();
  });
});

describe('the person', () => {
  test('what moves them, what they need and whom else they look at; what is private says so', async () => {
    renderPanel(shown('advocate'));
    const told = await open('Person');
    expect(told).toContain('What moves themProud of having no debts');
    expect(told).toContain('private');
    expect([...document.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['What moves them']);
    expect(told).toContain('Birthday: February 29');
  });

  test('[R4-01] at educate without a need we know 50 % of what matters now, and the missing half is named', async () => {
    const lead = shown('lead');
    expect(lead.decision.reading.stage.stage).toBe('educate');
    renderPanel(lead);
    await open('Person');
    expect(words('known')).toBe('We know 50 % of what matters now; missing: their need');
  });

  test('with the need noted nothing is missing', async () => {
    const lead = shown('lead');
    const { record: known } = buyer(happened(days(1), 'Need Stated', { text: 'Bread before 6' }));
    renderPanel({ ...lead, record: { ...lead.record, facts: known.facts } });
    await open('Person');
    expect(words('known')).toBe('We know all that matters now.');
  });

  test('something they told us is noted as what it is, privately if so wished', async () => {
    const intents = renderPanel(shown('advocate'));
    await open('Person');
    write('Something they told you', 'Her son starts school');
    const box = [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')][0];
    act(() => box?.click());
    await click(control('Note it'));
    write('Something they told you', 'A second car for the shop');
    select('It is about', 'need');
    await click(control('Note it'));
    write('Something they told you', 'AutoNova');
    select('It is about', 'competitor');
    await click(control('Note it'));
    expect(intents).toEqual([
      recorded('Profile Noted', { part: 'demographic', text: 'Her son starts school', private: true }),
      recorded('Need Stated', { text: 'A second car for the shop' }, 'id-2'),
      recorded('Competitor Named', { competitor: 'AutoNova' }, 'id-3'),
    ]);
  });

  test('a special day is kept only with their consent', async () => {
    const intents = renderPanel(shown('advocate'));
    await open('Person');
    type('Day and month', '2026-06-24');
    const keep = control('Keep the day');
    expect(keep.hasAttribute('disabled')).toBe(true);
    expect(keep.title).toBe('Kept only if they agreed.');
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    act(() => boxes.at(-1)?.click());
    await click(keep);
    expect(intents).toEqual([
      recorded('Special Day Noted', { day: 'birthday', month: 6, date: 24, consent: true }),
    ]);
  });
});

describe('the stages', () => {
  const changed = (ago: number, from: string | null, to: string, because: string[]) =>
    happened(days(ago), 'Stage Changed', { from, to, because, version: 1 });

  test('[R2-08] any stage may follow any, and says why it moved back', async () => {
    renderPanel(
      buyer(
        changed(300, 'engage', 'retain', ['stage-repeat-orders']),
        happened(days(12), 'Subscription Cancelled', {}),
        happened(days(4), 'Trial Started', {}),
        changed(4, 'retain', 'educate', ['stage-trial-after-cancel']),
      ),
    );
    const told = await open('Stages');
    expect(told).toMatch(/Finding out from Regular/);
    expect(told).toContain('Moved back because they cancelled and are trying again');
    expect(told.indexOf('Finding out')).toBeLessThan(told.indexOf('Ordered again'));
  });

  test('steps from before the timeline reaches back are known by where from and where to', () => {
    const known = record({ name: 'A', addresses: ['a@example.com'], createdAt: 1 }, [
      changed(90, null, 'discover', ['first-seen']),
      changed(40, 'discover', 'educate', ['stage-asked']),
    ]);
    const newest = known.timeline.filter(({ data }) => data.to === 'educate');
    expect(stageSteps({ ...known, timeline: newest })).toMatchObject([
      { to: 'educate', because: ['Asked a question'] },
      { to: 'discover', from: null, because: [] },
    ]);
  });
});

describe('promises', () => {
  test('[R0-13] a promise has its day, and is kept or missed with one click', async () => {
    const intents = renderPanel(shown('advocate'));
    expect(await open('Promises')).toMatch(/the photos of her first car.*by (Nov 23|23 Nov)/);
    await click(control('Kept'));
    expect(intents).toEqual([recorded('Promise Kept', { ref: 'p2' })]);
    await click(control('Missed'));
    expect(intents[1]).toEqual(recorded('Promise Missed', { ref: 'p2' }, 'id-2'));
  });

  test('a new one says what and by when; without words it is none', async () => {
    const intents = renderPanel(shown('wait'));
    expect(await open('Promises')).toContain('Nothing is promised.');
    await click(control('Promise'));
    expect(words('promises')).toContain('Say what is promised.');
    type('What we promise', 'Samples of the wide ribbon');
    type('By', '2026-11-26');
    await click(control('Promise'));
    expect(intents).toEqual([
      recorded('Promise Made', {
        ref: 'id-1',
        about: 'Samples of the wide ribbon',
        dueAt: new Date('2026-11-26T23:59:59.999').getTime(),
      }),
    ]);
  });

  test('a day that has passed is late', async () => {
    renderPanel(
      buyer(happened(days(9), 'Promise Made', { ref: 'r', about: 'Call back', dueAt: NOW - 3 * DAY })),
    );
    expect(await open('Promises')).toMatch(/Call backwas due (Nov 18|18 Nov)/);
  });
});
