// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { changesOf, clean, draftOf, rebase, same } from '#components/options/playbook/draft.ts';
import {
  freshPersona,
  freshPlay,
  freshRule,
  freshTrigger,
  idFor,
  ruleVariants,
  triggerVariants,
} from '#components/options/playbook/fresh.ts';
import { hintFor } from '#components/options/playbook/hint.ts';
import { judge, placeOfFinding, resolverOf } from '#components/options/playbook/judge.ts';
import { hashOf, placeOf } from '#components/options/playbook/place.ts';
import { restSaid, ruleSaid, triggerSaid } from '#components/options/playbook/said.ts';
import { waysSaid } from '#components/options/playbook/stage-said.ts';
import { PersonaRule } from '#lib/contract/persona.ts';
import { Play, type Playbook, Trigger } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { shapesOf } from '#lib/contract/shape.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { defaultStageNumbers, StageNumbers } from '#lib/contract/stage-book.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { lint } from '#lib/playbook/lint.ts';
import { stageNames } from '#lib/playbook/stage-models.ts';
import { playbook } from '#test/preview/fixtures/options.ts';

const check = (book: Playbook) => lint(book, isSeen);
const base: PlaybookDraft = draftOf(playbook);
const titled = (book: PlaybookDraft, id: string, title: string): PlaybookDraft => ({
  ...book,
  plays: book.plays.map((play) => (play.id === id ? { ...play, text: { ...play.text, title } } : play)),
});
const nameOf = (stage: Stage) => stageNames[stage];
const titleIn = ({ plays }: PlaybookDraft, id: string) => plays.find((play) => play.id === id)?.text.title;

describe('what an edit changes', () => {
  test('nothing, when a form has only been opened and its fields left empty', () => {
    const opened: PlaybookDraft = {
      ...base,
      plays: base.plays.map(
        (play) =>
          ({ ...play, off: play.off ?? undefined, silenceDays: play.silenceDays ?? undefined }) as Play,
      ),
      policy: {
        ...base.policy,
        levers: { ...base.policy.levers, thank_personally: 1 },
        words: { ...base.policy.words, engage: { name: '', voice: '', commitment: '' } },
        perks: [...base.policy.perks, ''],
      },
    };
    expect(changesOf(clean(base), clean(opened)).n).toBe(0);
  });

  test('a play, its weight, a number and a persona are each one change, by name', () => {
    const edited: PlaybookDraft = {
      ...titled(base, 'check_in', 'Ask'),
      policy: { ...base.policy, g1QuietDaysAfterOrder: 20, levers: { thank_personally: 2 } },
      personas: [],
    };
    const changes = changesOf(base, edited);
    expect([...changes.plays].sort()).toEqual(['apologise_personally', 'check_in', 'thank_personally']);
    expect([...changes.policy]).toEqual(['g1QuietDaysAfterOrder']);
    expect([...changes.personas]).toEqual(['cafe_owner']);
  });

  test('a clock that was taken away is a change', () => {
    const { timezone: _, ...policy } = base.policy;
    expect([...changesOf(base, { ...base, policy }).policy]).toEqual(['timezone']);
  });

  test('order of keys and absent ones do not matter', () => {
    expect(same({ a: 1, b: [{ c: undefined }] }, { b: [{}], a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same({ a: null }, { a: {} })).toBe(false);
  });
});

describe('on top of a newer version', () => {
  test('mine where I changed something, theirs everywhere else', () => {
    const mine = {
      ...titled(base, 'check_in', 'Mine'),
      policy: { ...base.policy, g1QuietDaysAfterOrder: 20 },
    };
    const changed = titled(base, 'thank_personally', 'Theirs');
    const theirs: Playbook = {
      ...playbook,
      version: 8,
      plays: changed.plays.filter(({ id }) => id !== 'send_the_guide'),
      policy: { ...base.policy, g2QuietDaysAfterComplaint: 21, levers: { check_in: 2 } },
    };
    const { draft, both } = rebase(playbook, mine, theirs);
    expect(titleIn(draft, 'check_in')).toBe('Mine');
    expect(titleIn(draft, 'thank_personally')).toBe('Theirs');
    expect(titleIn(draft, 'send_the_guide')).toBeUndefined();
    expect(draft.policy).toMatchObject({ g1QuietDaysAfterOrder: 20, g2QuietDaysAfterComplaint: 21 });
    expect(draft.policy.levers).toEqual({ check_in: 2 });
    // The play by me, its weight by them: one thing for both of us to look at.
    expect(both).toEqual(['check_in']);
  });

  test('what both changed in the same way is nothing to look at', () => {
    const both = rebase(playbook, titled(base, 'check_in', 'Same'), {
      ...playbook,
      ...titled(base, 'check_in', 'Same'),
      version: 8,
    }).both;
    expect(both).toEqual([]);
  });

  test('a play that I added stays, one that I removed stays away', () => {
    const mine = {
      ...base,
      plays: [...base.plays.filter(({ id }) => id !== 'check_in'), freshPlay('Ours', new Set())],
    };
    const { draft } = rebase(playbook, mine, { ...playbook, version: 8 });
    expect(draft.plays.at(-1)?.text.title).toBe('Ours');
    expect(titleIn(draft, 'check_in')).toBeUndefined();
    expect(draft.plays).toHaveLength(base.plays.length);
  });
});

describe('the closed sets', () => {
  test('hold every trigger and every rule of the contract', () => {
    expect(triggerVariants).toHaveLength(Trigger.options.length);
    expect(ruleVariants).toHaveLength(PersonaRule.options.length);
  });

  test.each(triggerVariants.map(({ name }) => name))(
    'a new “%s” is sound from the start and is said in plain words',
    (on) => {
      const trigger = freshTrigger(on);
      if (!trigger) throw new Error('It does not pass its own schema.');
      const said = triggerSaid(trigger);
      expect(said).not.toMatch(/[{}]|undefined|NaN|none|trigger\./);
      expect(said.length).toBeGreaterThan(10);
      const [first, ...others] = base.plays;
      if (!first) throw new Error('There are no plays.');
      const { only: _, ...play } = first;
      const findings = check({ ...playbook, plays: [{ ...play, triggers: [trigger] }, ...others] });
      expect(findings.filter(({ path }) => path.startsWith('triggers'))).toEqual([]);
    },
  );

  test.each(ruleVariants.map(({ name }) => name))('a new rule “%s” is said in plain words', (of) => {
    const rule = freshRule(of);
    if (!rule) throw new Error('There is no such rule.');
    expect(ruleSaid(rule, nameOf)).not.toMatch(/[{}]|undefined|NaN|none|rule\./);
  });

  test('numbers make the sentence', () => {
    expect(triggerSaid({ on: 'quiet', days: 45, maxDays: 150 })).toBe(
      'No word between you for 45 to 150 days',
    );
    expect(triggerSaid({ on: 'quiet', days: 1 })).toBe('No word between you for 1 day or more');
    expect(triggerSaid({ on: 'order-count', count: 2, from: 0, to: 3 })).toBe(
      'Their 2nd order was 0 to 3 days ago',
    );
    expect(
      triggerSaid({
        ...{ on: 'event-without', event: 'Payment Failed', from: 3, to: 21 },
        unless: ['Payment Method Updated', 'Subscription Renewed'],
      }),
    ).toBe(
      '“Payment failed”, 3 to 21 days ago, and since then no “Payment method updated or Subscription renewed”',
    );
    expect(triggerSaid({ on: 'meddic', fromDays: 3, toDays: 30, lacks: ['buyer', 'pain'] })).toBe(
      'For companies, 3 to 30 days into the stage; we do not know who decides on the money and what hurts',
    );
    expect(ruleSaid({ of: 'orders', atLeast: 2, atMost: 5 }, nameOf)).toBe('2 to 5 orders');
    expect(ruleSaid({ of: 'stage', in: ['educate', 'retain'] }, nameOf)).toBe('In Finding out or Regular');
  });

  test('the numbers of each stage make a sentence', () => {
    const said = (stage: Stage, way: 'enter' | 'leave', numbers: object = defaultStageNumbers[stage][way]) =>
      waysSaid(numbers, shapesOf(StageNumbers.shape[stage].shape[way]), `${stage}.${way}`);
    for (const stage of stages)
      for (const way of ['enter', 'leave'] as const)
        expect(said(stage, way)).not.toMatch(/[{}]|undefined|NaN|none|nothing/);
    expect(said('discover', 'enter')).toBe('when we get to know them, or again after 90 days without a word');
    expect(said('educate', 'enter')).toBe(
      'with a question, with 2 looks at prices within 14 days, or with 3 articles read within 14 days',
    );
    expect(said('retain', 'enter')).toBe(
      'with 2 orders, with a renewal, or after 90 days with us; if their health is 60 or more',
    );
    expect(said('advocate', 'enter')).toBe('when they spoke for us once within 365 days');
    expect(said('lapsed', 'enter')).toBe(
      'after 180 days without an order; if fewer than 0.3 orders are expected in the next 39 weeks and if they came back fewer than 3 times',
    );
    expect(said('advocate', 'enter', { acts: 2 })).toBe('when they spoke for us twice');
    expect(said('educate', 'enter', { pricingViews: 2 })).toBe('nothing');
  });

  test('every play of the default playbook can be said', () => {
    for (const play of base.plays) {
      for (const trigger of play.triggers) expect(triggerSaid(trigger)).not.toMatch(/[{}]|undefined|NaN/);
      expect(restSaid(play)).toMatch(/^(Rests|once)/);
    }
  });
});

describe('new plays and personas', () => {
  test.each([
    ['Ask how the first week went', 'ask_how_the_first_week_went'],
    ['Życzenia na imieniny', 'zyczenia_na_imieniny'],
    ['ถามว่าเป็นอย่างไร', 'our_play'],
    ['3 calls', 'calls'],
  ])('“%s” becomes %s', (title, id) => {
    expect(idFor(title, new Set())).toBe(id);
    expect(idFor(title, new Set([id]))).toBe(`${id}_2`);
  });

  test('a new play passes the contract and the lint as soon as it has a title', () => {
    const play = freshPlay('Ask how the first week went', new Set());
    expect(Play.safeParse(play).success).toBe(true);
    expect(check({ ...playbook, plays: [...base.plays, play] })).toEqual([]);
  });

  test('a new persona can be met by somebody', () => {
    expect(check({ ...playbook, personas: [freshPersona('Nena', 'nena', 0)] })).toEqual([]);
  });
});

describe('places', () => {
  test('of the editor live in the address', () => {
    for (const place of [{ part: 'numbers' }, { part: 'play', id: 'check_in' }] as const)
      expect(placeOf(hashOf(place))).toEqual(place);
    expect(placeOf('#playbook')).toEqual({ part: 'plays' });
    expect(placeOf('#playbook/nonsense')).toEqual({ part: 'plays' });
    expect(placeOf('#options')).toBeNull();
    expect(placeOf('')).toBeNull();
  });

  test('of findings lead to the play by its id, or to the whole', () => {
    const found = { message: 'm', mend: '' };
    const index = base.plays.findIndex(({ id }) => id === 'check_in');
    expect(placeOfFinding({ ...found, play: 'check_in', path: 'text.why' }, base)).toBe(
      `plays.${index}.text.why`,
    );
    expect(placeOfFinding({ ...found, play: null, path: 'policy.g8.notes' }, base)).toBe('policy.g8.notes');
  });

  test('what the server refused stands until its place is changed', () => {
    const sent = titled(base, 'check_in', 'Sent');
    const index = base.plays.findIndex(({ id }) => id === 'check_in');
    const refusal = { sent, faults: [{ place: `plays.${index}.text.title`, text: 'No.' }] };
    const resolve = resolverOf(playbook, check, () => refusal);
    const errorsOf = async (draft: PlaybookDraft) =>
      (await resolve(draft, undefined, { fields: {}, shouldUseNativeValidation: false })).errors;
    return Promise.all([
      expect(errorsOf(sent)).resolves.toHaveProperty(`plays.${index}.text.title.message`, 'No.'),
      expect(errorsOf(titled(sent, 'check_in', 'Another'))).resolves.toEqual({}),
    ]);
  });
});

test('the team’s answers: nothing, learned, or so many who call it a bad idea', () => {
  const cells = (of: Record<string, object>) =>
    ({ ...playbook, outcomes: of as Playbook['outcomes'] }).outcomes;
  expect(hintFor({}, 'check_in')).toBeNull();
  expect(
    hintFor(cells({ 'check_in/engage': { n: 20, s: 9 }, 'check_in/retain': { n: 14, s: 2 } }), 'check_in'),
  ).toEqual({
    text: 'learned, n = 34',
    review: false,
  });
  // Four calls, or five of two people, are not enough.
  for (const [bad, critics] of [
    [4, 4],
    [5, 2],
  ])
    expect(hintFor(cells({ 'check_in/engage': { n: 9, s: 1, bad, critics } }), 'check_in')?.review).toBe(
      false,
    );
  expect(hintFor(cells({ 'check_in/engage': { n: 9, s: 1, bad: 5, critics: 3 } }), 'check_in')?.review).toBe(
    true,
  );
  // A play whose name begins like another's has its own answers.
  expect(hintFor(cells({ 'check_in_again/engage': { n: 9, s: 1 } }), 'check_in')).toBeNull();
});

test('the default playbook, as a team has edited it, is sound', () => {
  expect(judge(clean(base), playbook, check)).toEqual([]);
});
