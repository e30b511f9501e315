import { describe, expect, it } from 'vitest';
import { readDraft } from '#lib/contract/draft-faults.ts';
import type { Play } from '#lib/contract/playbook.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { stages } from '#lib/contract/stage.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { postSaleShare } from '#lib/playbook/lint/after-sale-share.ts';
import { lint } from '#lib/playbook/lint.ts';
import { stageLabel, stageModelOf } from '#lib/playbook/stage-models.ts';
import { daysAgo, event, order } from '../lifecycle/people.ts';
import { playbookWith, playOf, scene } from './scene.ts';

/** What is wrong with a play that says this to the customer. */
const saying = (id: string, words: string) =>
  lint(
    playbookWith({ [id]: { text: { ...playOf(id).text, draft: `${words} ${OWN_SENTENCE}` } } }),
    isSeen,
  ).filter(({ play }) => play === id);

describe('the playbook', () => {
  it('[R0-08] is for at least 0.5 for after the sale, and at the same score care comes first', () => {
    expect(postSaleShare(defaultPlaybook.plays)).toBeGreaterThanOrEqual(0.5);
    const before = defaultPlaybook.plays.filter(
      ({ stages: [stage] }) => stage === 'discover' || stage === 'educate',
    );
    expect(lint({ ...defaultPlaybook, plays: before }, isSeen)[0]?.path).toBe('plays');
    const same = (id: string, kind: Play['kind']): Play => ({
      ...playOf('care_check'),
      id,
      kind,
      purpose: kind === 'care' ? 'care' : 'commercial',
      care: 0.5,
      triggers: [{ on: 'after-event', event: 'Limit Reached', from: 0, to: 9 }],
    });
    const plays = [same('an_offer', 'commercial'), same('some_care', 'care')];
    const events = [order(60), event('Limit Reached', daysAgo(1), {})];
    for (const some of [plays, plays.toReversed()]) {
      const seen = scene(events, { playbook: { ...defaultPlaybook, plays: some } });
      expect(seen.card('an_offer')?.score).toBe(seen.card('some_care')?.score);
      expect(seen.open).toEqual(['some_care', 'an_offer']);
    }
  });

  it('[R1-08] is refused when a stage has nothing measurable that leads into it or out of it', () => {
    for (const way of ['enter', 'leave'] as const) {
      const { policy } = defaultPlaybook;
      const advocate = { ...policy.stages.advocate, [way]: {} };
      const changed = { ...policy, stages: { ...policy.stages, advocate } };
      const [found] = lint({ ...defaultPlaybook, policy: changed }, isSeen);
      expect(found?.path).toBe(`policy.stages.advocate.${way}`);
      expect(found?.message).toContain('advocate');
      expect(found?.mend).toBeTruthy();
    }
    expect(lint(defaultPlaybook, isSeen)).toEqual([]);
  });

  it('[R1-09] cannot be published with "only today!!" and no day on which it ends', () => {
    const hurried = saying('suggest_upgrade', 'The larger plan, only today!!');
    expect(hurried.map(({ path }) => path)).toContain('text.draft');
    expect(hurried[0]?.message).toContain('only today');
    expect(saying('suggest_upgrade', 'At this price only today, 12 December.')).toEqual([]);
    expect(saying('suggest_upgrade', 'The larger plan is there when you like.')).toEqual([]);
  });

  it('[R1-26] asks for a review 14 days after the order whether it was rated 1 or 5, and on Yelp never', () => {
    const { triggers, minHealth, personas } = playOf('ask_review');
    expect(triggers).toMatchObject([{ event: 'Order Completed', from: 14 }]);
    expect([minHealth, personas]).toEqual([undefined, undefined]);
    for (const stars of [1, 5])
      expect(saying('ask_review', `You gave us ${stars}. Would you say so on Yelp?`)[0]?.message).toContain(
        'Yelp',
      );
    expect(saying('ask_review', 'Would you write a few honest lines?')).toEqual([]);
  });

  it('[R1-27] never rewards a review; a referral may be rewarded', () => {
    // The lint refuses a coupon in one, and lets it pass in the other.
    expect(saying('ask_review', 'Write a review and get a coupon.')).not.toEqual([]);
    expect(saying('ask_review', 'Write a review, and we give you 10 % off.')).not.toEqual([]);
    expect(saying('offer_referral', 'If a friend joins, you both get a coupon.')).toEqual([]);
    expect(scene([order(30)]).card('ask_review')?.play.text.how).toContain('nothing in return');
  });

  it('[R4-24] is refused with a coupon beside a link to a public review', () => {
    const coupon = 'Here is your coupon: https://g.page/r/us/review';
    const [found] = saying('ask_three_questions', coupon);
    expect(found).toMatchObject({ path: 'text.draft', message: 'It ties a reward to a public review.' });
    expect(saying('ask_three_questions', 'Three answers for us alone, and a coupon for you.')).toEqual([]);
  });

  it('[R4-17] gives every card a why and a how', () => {
    for (const { id, text } of defaultPlaybook.plays) {
      expect(text.why.length, id).toBeGreaterThan(20);
      expect(text.how.length, id).toBeGreaterThan(20);
    }
    for (const missing of ['why', 'how']) {
      const { [missing]: _, ...text }: Record<string, unknown> = playOf('care_check').text;
      const plays = [{ ...playOf('care_check'), text }];
      const answer = readDraft({ plays, policy: defaultPlaybook.policy, personas: [] });
      expect(answer.ok ? [] : answer.findings.map(({ path }) => path)).toContain(`text.${missing}`);
    }
  });

  it('[R4-23] has exactly 1 question for each stage', () => {
    for (const stage of stages) {
      const own = defaultPlaybook.plays.filter((play) => play.stageQuestion && play.stages.includes(stage));
      expect(own, stage).toHaveLength(1);
      const [question] = own;
      if (!question) continue;
      const without = defaultPlaybook.plays.filter(({ id }) => id !== question.id);
      const twice = [...defaultPlaybook.plays, { ...question, id: 'one_more' }];
      for (const plays of [without, twice])
        expect(
          lint({ ...defaultPlaybook, plays }, isSeen)
            .map(({ message }) => message)
            .join(),
        ).toContain(stage);
    }
  });
});

describe('the stages', () => {
  it('[R2-03] are called as the Thai model calls them: discover is "Awareness"', () => {
    const label = stageLabel(stageModelOf('th'), 'discover');
    expect(label).toMatchObject({ text: 'Awareness', lang: 'th' });
    expect(stageLabel(stageModelOf('suki'), 'discover').text).not.toBe('Awareness');
  });

  it('[R2-16] have the words of the team and those of the customer, never one alone', () => {
    const said = (words: Record<string, unknown>) => {
      const policy = { ...defaultPlaybook.policy, words: { educate: words } };
      const { plays, personas } = defaultPlaybook;
      const form = readDraft({ plays, policy, personas });
      if (!form.ok) return form.findings.map(({ path }) => path);
      return lint({ ...defaultPlaybook, ...form.draft }, isSeen).map(({ path }) => path);
    };
    expect(said({ name: 'Comparing', voice: 'I am comparing.' })).toEqual([]);
    expect(said({ name: 'Comparing' })).toEqual(['policy.words.educate.voice']);
    expect(said({ voice: 'I am comparing.' })).toEqual(['policy.words.educate.name']);
    expect(said({ name: 'Comparing', voice: ' ' })).toEqual(['policy.words.educate.voice']);
  });
});
