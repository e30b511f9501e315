import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Playbook, Trigger } from '#lib/contract/playbook.ts';
import { stages } from '#lib/contract/stage.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { postSaleShare } from '#lib/playbook/lint/after-sale-share.ts';
import { lint } from '#lib/playbook/lint.ts';
import { play } from './changed.ts';

describe('the default playbook', () => {
  it('is one that the contract accepts, and nothing is wrong with it', () => {
    expect(Playbook.parse(defaultPlaybook)).toEqual(defaultPlaybook);
    expect(lint(defaultPlaybook, isSeen)).toEqual([]);
  });

  it('[R0-08] has eighty plays or more, each stage has some, and half or more are for after the sale', () => {
    expect(defaultPlaybook.plays.length).toBeGreaterThanOrEqual(80);
    for (const stage of stages)
      expect(
        defaultPlaybook.plays.filter((each) => each.stages.includes(stage)).length,
        stage,
      ).toBeGreaterThan(2);
    expect(postSaleShare(defaultPlaybook.plays)).toBeGreaterThanOrEqual(0.5);
  });

  it('uses every kind of trigger, so that each is tried in earnest', () => {
    const used = new Set(defaultPlaybook.plays.flatMap((each) => each.triggers.map(({ on }) => on)));
    expect([...used].sort()).toEqual(Trigger.options.map((option) => option.shape.on.value).sort());
  });

  it('[R4-17] gives every play a why and a how, and a draft that greets by the first name', () => {
    const silent = defaultPlaybook.plays.filter(({ text }) => text.draft === undefined).map(({ id }) => id);
    // Nothing is sent when a lead looks at a persona again.
    expect(silent).toEqual(['review_persona']);
    for (const { id, text } of defaultPlaybook.plays) {
      expect(text.why.length, id).toBeGreaterThan(40);
      expect(text.how.length, id).toBeGreaterThan(40);
      if (text.draft !== undefined) expect(text.draft, id).toMatch(/^Hello \{first\},\n\n/);
    }
  });

  it('lists every file of plays', () => {
    const files = readdirSync('lib/playbook/plays').map((name) => name.replace('.ts', ''));
    const source = readFileSync('lib/playbook/default-playbook.ts', 'utf8');
    for (const file of files) {
      expect(source).toContain(`'./plays/${file}.ts'`);
      const name = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(source).toContain(`...${name},`);
    }
  });

  it('says which version of the built-in plays it is, and that nobody has changed it', () => {
    expect(defaultPlaybook).toMatchObject({ version: 3, basis: 3, edited: false });
  });
});

describe('what the plays promise', () => {
  it('[R4-23] each stage has exactly one default question', () => {
    const questions = defaultPlaybook.plays.filter((each) => each.stageQuestion);
    expect(questions.flatMap((each) => each.stages)).toEqual([...stages]);
    for (const each of questions)
      expect([each.id, each.kind, each.questions]).toEqual([each.id, 'feedback', 1]);
  });

  it('[R1-25] a survey asks one question unless somebody chose the longer one', () => {
    const surveys = defaultPlaybook.plays.filter((each) => each.questions !== undefined);
    expect(surveys.filter((each) => each.questions !== 1).map(({ id }) => id)).toEqual([
      'ask_three_questions',
    ]);
  });

  it('[R0-17] asking how they feel comes three days after delivery, at most every 30, and sells nothing', () => {
    const asks = play('ask_feeling');
    expect(asks.triggers).toEqual([{ on: 'after-event', event: 'Order Delivered', from: 3, to: 12 }]);
    expect(asks.cooldownDays).toBe(30);
    expect(asks.text.draft).not.toMatch(/\d|http/);
  });

  it('[R0-19] the third order brings a card that lists six kinds of extras, once in 90 days', () => {
    const perk = play('add_value');
    expect(perk.triggers).toContainEqual({ on: 'order-count', count: 3, from: 1, to: 14 });
    expect(perk.cooldownDays).toBe(90);
    expect(defaultPlaybook.plays.filter(({ perks }) => perks)).toEqual([perk]);
    expect(defaultPlaybook.policy.perks).toHaveLength(6);
    for (const kind of ['warranty', 'priority', 'packaging', 'rate', 'free shipping', 'no delivery charge']) {
      expect(perk.text.how.toLowerCase()).toContain(kind);
      expect(defaultPlaybook.policy.perks.join('\n').toLowerCase()).toContain(kind);
    }
  });

  it('[R0-24] a greeting may go out inside a complaint, the extra may not, and the greeting names no extra', () => {
    expect(play('special_day').mends).toBe(true);
    expect(play('add_value').mends).toBeUndefined();
    expect(play('special_day').text.draft).not.toMatch(/offer|free|on us|extra/i);
  });

  it('[R1-26] the review is asked for 14 days after every order, whatever the mark, at most every 180 days', () => {
    const review = play('ask_review');
    expect(review.triggers).toEqual([
      { on: 'event-without', event: 'Order Completed', unless: ['Product Reviewed'], from: 14, to: 45 },
    ]);
    expect([review.minHealth, review.only, review.personas]).toEqual([undefined, undefined, undefined]);
    expect(review.cooldownDays).toBe(180);
  });

  it('[R2-10] letting go is followed by 180 silent days', () => {
    expect(play('let_go').silenceDays).toBe(180);
    expect(play('let_go').triggers).toContainEqual({ on: 'meddic', fromDays: 45, toDays: 365, atMost: 0 });
  });

  it('[R3-15] [R3-16] a founder says hello on day 2 to 7, once in a lifetime, and is not judged by replies', () => {
    const hello = play('founder_hello');
    expect(hello).toMatchObject({ once: true, learns: false, audience: 'founder' });
    expect(hello.triggers).toContainEqual({ on: 'order-count', count: 1, from: 2, to: 7 });
  });

  it('[R4-15] an upgrade is mentioned to those who hit the limit 3 times, are set up and at health 60', () => {
    expect(play('suggest_upgrade')).toMatchObject({
      kind: 'commercial',
      minHealth: 60,
      only: ['settled'],
      triggers: [{ on: 'limit-reached', atLeast: 3, withinDays: 60 }],
    });
    expect(play('suggest_upgrade').text.draft).toContain('No pressure');
  });

  it('[R2-09] of six things to know of an account, just the next one is asked for', () => {
    const lacking = (known: readonly string[]) =>
      defaultPlaybook.plays
        .filter((each) =>
          each.triggers.some(
            (t) =>
              t.on === 'meddic' &&
              each.id.startsWith('ask_') &&
              (t.has ?? []).every((item) => known.includes(item)) &&
              (t.lacks ?? []).every((item) => !known.includes(item)),
          ),
        )
        .map(({ id }) => id);
    expect(lacking([])).toEqual(['ask_metrics']);
    expect(lacking(['metrics', 'pain'])).toEqual(['ask_buyer']);
    expect(lacking(['metrics', 'buyer', 'criteria', 'process', 'pain', 'champion'])).toEqual([]);
  });

  it('[R1-24] keeps in touch by stage: 30 days in engage, 60 in retain, and nobody who has just found us', () => {
    expect(defaultPlaybook.policy.cadenceDays).toMatchObject({ engage: 30, retain: 60, discover: 0 });
  });
});
