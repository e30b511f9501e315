// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { LapseCause } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import type { Teamwork } from '#lib/lifecycle/types.ts';
import { NOW, online } from '#test/preview/fixtures/build.ts';
import {
  askFor,
  choose,
  click,
  control,
  customerOf,
  part,
  recorded,
  renderPanel,
  select,
  type,
  words,
  write,
} from './render.tsx';

const shown = customerOf;
const free: Teamwork = { claim: null, handedTo: null, automationsPausedUntil: null };
const with_ = (teamwork: Partial<Teamwork>, name = 'wait') =>
  renderPanel({ ...shown(name), teamwork: { ...free, ...teamwork } }, online);
const dialog = () => document.querySelector('[role="dialog"]');
const ask = (item: string, name = 'Mia Tan') => askFor(item, name);
const TEN_PAST = new Date('2026-11-21T15:12').getTime();

describe('who is answering', () => {
  test('it stands before any action, with what came before', () => {
    with_({ claim: { by: 'Mia', at: TEN_PAST, until: NOW + 60_000 } }, 'complaint');
    const claim = part('claim');
    const action = part('action');
    if (!claim || !action) throw new Error('A part is missing.');
    expect(claim.compareDocumentPosition(action) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  test('[R4-19] one click says for half an hour that I am, and one gives it back', async () => {
    const intents = with_({});
    await click(control('I’m answering'));
    expect(intents).toEqual([recorded('Claim Taken', { until: NOW + 30 * 60_000 })]);
    const mine = with_({ claim: { by: 'Joy', at: TEN_PAST, until: NOW + 60_000 } });
    expect(words('claim')).toContain('You are answering');
    await click(control('Release'));
    expect(mine).toEqual([recorded('Claim Released', {})]);
    // Of a long name the facts keep the beginning.
    const claim = { by: 'Christopher Smit', at: TEN_PAST, until: NOW + 60_000 };
    renderPanel(
      { ...shown('wait'), teamwork: { ...free, claim } },
      { ...online, member: 'Christopher Smithson' },
    );
    expect(words('claim')).toContain('You are answering');
  });

  test('a claim ends by itself', () => {
    with_({ claim: { by: 'Mia', at: TEN_PAST, until: NOW } });
    expect(part('claim')).toBeNull();
    expect(control('I’m answering')).toBeTruthy();
  });

  test('[R4-19] handed over with a note: the next one reads it before anything else', () => {
    const view = shown('team');
    renderPanel(view);
    expect(words('handed')).toBe(
      'Ben handed over to MiaShe is tired of explaining. Boxes are with the courier, call before noon.',
    );
  });

  test('[R4-19] handing over names who and says what they should know; colleagues are offered by name', async () => {
    const intents = with_({});
    const box = await ask('Hand over');
    expect([...box.querySelectorAll('option')].map(({ value }) => value)).toEqual(['Ben', 'Joy', 'Mia']);
    await click(control('Hand over', box));
    expect(box.textContent).toContain('Say who takes over.');
    type('To whom', 'Ben');
    write('What they should know', 'Wants 40 rolls by the 12th');
    expect(box.textContent).toContain('I’ve handed you to Ben, who knows everything so far.');
    await click(control('Hand over', box));
    expect(intents).toEqual([recorded('Handed Over', { to: 'Ben', text: 'Wants 40 rolls by the 12th' })]);
    expect(dialog()).toBeNull();
  });

  test('[R3-13] taking over lets the machines rest for fourteen days, and says so; they can go on before', async () => {
    const intents = with_({});
    await choose('More for Mia Tan', 'Take over');
    expect(intents).toEqual([recorded('Automations Paused', { until: NOW + 14 * DAY })]);
    const later = with_({ automationsPausedUntil: NOW + 9 * DAY });
    expect(words('machines')).toMatch(/Automatic mail rests until (Nov 30|30 Nov)/);
    await click(control('Resume'));
    expect(later).toEqual([recorded('Automations Resumed', {})]);
  });
});

describe('what a person decides', () => {
  test('[R3-23] on the beach until a day; a day that has passed is refused in words', async () => {
    const intents = with_({});
    const box = await ask('Put on the beach');
    type('Back on', '2026-11-20');
    await click(control('Put on the beach', box));
    expect(box.textContent).toContain('Choose a day after today.');
    type('Back on', '2027-01-10');
    await click(control('Put on the beach', box));
    expect(intents).toEqual([
      recorded('Subscription Paused', { until: new Date('2027-01-10T09:00').getTime() }),
    ]);
  });

  test('[R3-23] on the beach they are paused, not lapsed, and no card stands there; they can be back any time', async () => {
    const view = shown('paused');
    const intents = renderPanel(view);
    expect(view.decision.reading.status.status).toBe('paused');
    expect(view.decision.reading.stage.stage).not.toBe('lapsed');
    expect(part('action')).toBeNull();
    expect(words('wait')).toContain('leave them in peace');
    await choose('More for Noor Aisyah', 'Back from');
    expect(intents).toEqual([recorded('Subscription Resumed', {})]);
  });

  test('[R3-01] of somebody who left, the cause and what would have kept them can be told later', async () => {
    const intents = renderPanel(shown('quiet'));
    const box = await ask('Why they left', 'Ewa Wiśniewska-Kowalczyk');
    expect([...box.querySelectorAll('option')].map(({ value }) => value)).toEqual([
      '',
      ...LapseCause.options,
    ]);
    select('What they gave as the reason', 'price');
    write('What would have kept them? (optional)', 'A smaller pack');
    await click(control('Note it', box));
    expect(intents).toEqual([recorded('Lapse Explained', { cause: 'price', text: 'A smaller pack' })]);
  });

  test('a move by hand needs a reason, and ends by itself after thirty days unless another day is said', async () => {
    const intents = with_({});
    const box = await ask('Move to another stage');
    select('Stage', 'advocate');
    await click(control('Move', box));
    expect(box.textContent).toContain('Give a reason');
    type('Why', 'Brought us three florists');
    await click(control('Move', box));
    expect(intents).toEqual([
      recorded('Stage Overridden', {
        to: 'advocate',
        reason: 'Brought us three florists',
        until: new Date('2026-12-21T09:00').getTime(),
      }),
    ]);
  });

  test('they want no offers: one choice, for good', async () => {
    const intents = with_({});
    await choose('More for Mia Tan', 'They want no offers');
    expect(intents).toEqual([recorded('Unsubscribed', {})]);
  });
});

describe('a complaint', () => {
  test('[R0-11] can be taken on, and then says who has it and until when', async () => {
    const intents = renderPanel(shown('complaint'));
    await choose('More on this complaint', 'I’ll take it');
    expect(intents).toEqual([
      recorded('Concern Taken', { ref: 'r1', dueAt: new Date('2026-11-22T09:00').getTime() }),
    ]);
  });
});
