// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { stageNamesOf } from '#components/hooks/stage-names-of.ts';
import { tenure } from '#components/tenure.ts';
import { stages } from '#lib/contract/stage.ts';
import type { Reading } from '#lib/lifecycle/types.ts';
import { days, happened, record } from '#test/preview/fixtures/build.ts';
import { click, control, customerOf, part, recorded, renderPanel, words } from './render.tsx';

const shown = customerOf;
const reading = (change: Partial<Reading>) => {
  const view = shown('complaint');
  const { decision } = view;
  return renderPanel({ ...view, decision: { ...decision, reading: { ...decision.reading, ...change } } });
};

describe('who they are', () => {
  test('nobody is said to be with us who never bought; and what began is not guessed where nobody said it', () => {
    renderPanel(shown('lead'));
    expect(part('since')).toBeNull();
    const { facts } = shown('advocate').record;
    const { at, id } = facts.began ?? expect.fail('the advocate never bought');
    expect(tenure({ facts: { ...facts, began: { at, id } } })).toBe('since 2019');
  });

  test('[R1-12] three of four rules are met: Shop owner 75 %, its story one click away, and another can be chosen', async () => {
    const view = shown('advocate');
    expect(view.decision.reading.persona).toMatchObject({ met: 3, of: 4, percent: 75 });
    const intents = renderPanel(view);
    await click(control('Shop owner 75 %'));
    expect(document.body.textContent).toContain('3 of 4 rules are met');
    expect(document.body.textContent).toContain('Stands behind the counter from six');
    await click(control('Event planner'));
    expect(intents).toEqual([recorded('Persona Set', { persona: 'event_planner' })]);
  });

  test('[R1-12] what was chosen by hand says so, and can be left to the rules again', async () => {
    const set = { at: days(12), percent: 75 };
    const intents = reading({
      persona: { persona: 'shop_owner', name: 'Shop owner', percent: 50, met: 2, of: 4, set },
    });
    await click(control('Shop owner 50 %'));
    expect(document.body.textContent).toMatch(/Chosen by hand on .*9.*, when it fitted 75 %/);
    await click(control('Leave it to the rules'));
    expect(intents).toEqual([recorded('Persona Cleared', {})]);
  });
});

describe('how they are', () => {
  test('[R4-07] health has its number, how much of it is known, and two reasons', () => {
    renderPanel(shown('complaint'));
    expect(words('health')).toBe(
      'Health 59 of 100 · fair · 70 % knownBuying less than usual: last order 20 days ago · Open issue for 2 days',
    );
  });

  test('who said that they are glad of us may speak for us: one quiet line, and none where nobody said so', () => {
    reading({ ready: { code: 'ready-glad', values: { score: 9, of: 10, ratedAt: days(5) } } });
    expect(words('ready')).toMatch(/9 of 10 on .*16/);
    reading({ ready: null });
    expect(part('ready')).toBeNull();
  });

  test('[R0-28] our own word is counted beside their health', () => {
    reading({ loyalty: { score: 75, parts: [{ id: 'promises', kept: 3, of: 4 }] } });
    expect(words('our-word')).toBe('Our word: 3 of 4 promises on time');
    reading({ loyalty: { score: null, parts: [{ id: 'promises', kept: 0, of: 0 }] } });
    expect(part('our-word')).toBeNull();
  });

  test('[R4-10] one early sign is a reason to watch; none is not mentioned', () => {
    reading({ signs: [] });
    expect(part('signs')).toBeNull();
    const since = days(3);
    reading({ signs: [{ since, because: { code: 'sign-cancel-intent', values: { saidAt: since } } }] });
    expect(words('signs')).toMatch(/^One early sign: watch · Spoke of cancelling on .*18/);
    const payment = { since, because: { code: 'sign-payment', values: { failedAt: since } } } as const;
    const left = { since, because: { code: 'sign-champion-left', values: { leftAt: since } } } as const;
    reading({ signs: [payment, left] });
    expect(words('signs')).toContain('2 early signs');
  });

  test('moved by hand: who, until when and why, what the rules would say; and one click gives it back to them', async () => {
    const intents = renderPanel(shown('team'));
    expect(words('moved')).toMatch(
      /Moved by hand by Mia until (Jan 3, 2027|3 Jan 2027): Orders for three bakeries.*By the rules: Getting started/,
    );
    await click(control('Lift'));
    expect(intents).toEqual([recorded('Stage Override Lifted', {})]);
  });
});

describe('in another model’s words', () => {
  test('each of find a lead → engage → convert → loyal base has its own Persian label', () => {
    const { model, ...names } = stageNamesOf('fa', {});
    expect(model).toBe('فارسی');
    expect([names.discover, names.educate, names.purchase, names.retain].map(({ text }) => text)).toEqual([
      'یافتن سرنخ',
      'تعامل',
      'تبدیل به مشتری',
      'پایگاه مشتری وفادار',
    ]);
    for (const stage of stages) expect(names[stage]).toMatchObject({ lang: 'fa', dir: 'rtl' });
  });

  test('a name that the model does not have is English, and marked as such; an unknown model is ours', () => {
    expect(stageNamesOf('pl', {}).lapsed).toEqual({ text: 'Away', lang: 'en', dir: 'ltr' });
    expect(stageNamesOf('gone', {}).retain.text).toBe('Regular');
  });

  test('the timeline and the menu speak the same words', () => {
    const view = shown('advocate-fa');
    renderPanel(view);
    expect(words('timeline')).toContain('Moved to معرفی');
  });

  test('seeing it in other words changes no data', () => {
    const known = record({ name: 'A', addresses: ['a@example.com'], createdAt: 1 }, [
      happened(days(3), 'Question Asked', { ref: 'q' }),
    ]);
    const view = shown('advocate');
    const change = { ...view, record: known };
    renderPanel(change);
    const before = words('health');
    renderPanel({ ...change, stages: stageNamesOf('fa', {}) });
    expect(words('health')).toBe(before);
  });
});
