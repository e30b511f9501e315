import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { OWN_SENTENCE } from '#lib/contract/slot.ts';
import { isReadyToSend } from '#lib/lifecycle/slots.ts';
import { daysAgo, event, hoursAgo, NOW, order, reading, wrote } from '../lifecycle/people.ts';
import { did, raised, scene } from './scene.ts';

const MINUTE = 60_000;
const asked = (at: number) => event('Question Asked', at, { ref: 'q1' });
const answered = (at: number, fully: 'yes' | 'partly' | 'no') =>
  event('Question Answered', at, { ref: 'q1', fully });

describe('a complaint', () => {
  it('[R0-15] at 09:00 is the first card at once, and cannot be sent without 1 sentence of their own', () => {
    const nine = Date.UTC(2026, 11, 4, 9, 0);
    const seen = scene([order(10), event('Complaint Raised', nine, { ref: 'c1' })], { now: nine + 1 });
    expect(seen.top).toBe('apologise_personally');
    expect(scene([order(10)], { now: nine + 1 }).open).not.toContain('apologise_personally');
    const draft = (seen.card('apologise_personally')?.play.text.draft ?? '').replace('{first}', 'Ana');
    const own = ['The cup left our house with a crack, and I packed a new one myself.'];
    expect(own).toHaveLength(1);
    expect(isReadyToSend(draft, draft)).toBe(false);
    expect(isReadyToSend(draft, draft.replaceAll(OWN_SENTENCE, ''))).toBe(false);
    expect(isReadyToSend(draft, draft.replaceAll(OWN_SENTENCE, own.join(' ')))).toBe(true);
  });

  it('[R0-11] that nobody took on for 4 hours and 1 minute is for the lead to give to somebody', () => {
    const open = (ms: number) => [order(10), event('Complaint Raised', NOW - ms, { ref: 'c1' })];
    const late = scene(open(4 * HOUR + 1 * MINUTE));
    expect(late.open).toContain('assign_owner');
    expect(late.card('assign_owner')?.play.audience).toBe('lead');
    expect(scene(open(4 * HOUR - 1 * MINUTE)).open).not.toContain('assign_owner');
    const taken = event('Concern Taken', hoursAgo(3), { ref: 'c1' }, { by: 'Mia' });
    expect(scene([...open(5 * HOUR), taken]).open).not.toContain('assign_owner');
  });

  it('[R0-21] of which they write for the 3rd time asks for a call rather than another mail', () => {
    const again = (days: number) =>
      event('Touchpoint Logged', daysAgo(days), {
        kind: 'EMAIL',
        direction: 'in',
        channel: 'email',
        initiator: 'customer',
        purpose: 'answer',
        ref: 'c1',
      });
    const second = scene([order(30), raised(4), again(2)]);
    expect(second.open).not.toContain('call_them');
    const third = scene([order(30), raised(4), again(2), again(1)]);
    expect(third.top).toBe('call_them');
    expect(third.card('call_them')).toMatchObject({ play: { channel: 'call' } });
    expect(third.card('call_them')?.key).toContain('issue-repeated');
    expect(third.why('call_them')).toContain('3');
    // The mail is still there, further down.
    expect(third.open.indexOf('apologise_personally')).toBeGreaterThan(0);
  });

  it('[R0-24] on their anniversary leaves the greeting, and takes the extra away', () => {
    const aYear = event('Subscription Started', daysAgo(365), {});
    const plain = scene([aYear, wrote(20)]);
    expect(plain.open).toEqual(expect.arrayContaining(['special_day', 'add_value']));
    expect(plain.card('special_day')?.key).toContain('anniversary');
    const hurt = scene([aYear, wrote(20), raised(1)]);
    expect(hurt.open).toContain('special_day');
    expect(hurt.open).not.toContain('add_value');
    expect(hurt.held('add_value')?.guard).toBe('G2');
  });

  it('[R4-11] in stars: 2 of 5 at 16:00 asks for a call on the same day', () => {
    const four = Date.UTC(2026, 11, 4, 16, 0);
    const rated = (score: number) => [order(20), event('Feedback Given', four, { kind: 'csat', score })];
    for (const now of [four + MINUTE, four + 7 * HOUR]) {
      const seen = scene(rated(2), { now });
      expect(seen.top).toBe('recovery_call');
      expect(seen.card('recovery_call')?.play.channel).toBe('call');
      expect(seen.card('recovery_call')?.because).toMatchObject({
        code: 'trigger-low-rating',
        values: { stars: 2 },
      });
      expect(seen.why('recovery_call')).toContain('2 of 5');
    }
    expect(scene(rated(3), { now: four + MINUTE }).open).not.toContain('recovery_call');
  });

  it('[R3-30] that turned into abuse is for two: the lead is brought in, and stays out otherwise', () => {
    const abuse = event('Abuse Reported', daysAgo(1), {});
    const seen = scene([order(20), raised(2), abuse]);
    expect(seen.open).toContain('bring_a_lead');
    expect(seen.card('bring_a_lead')?.play.audience).toBe('lead');
    expect(seen.card('bring_a_lead')?.play.text.how).toContain('Two of you');
    expect(scene([order(20), raised(2)]).open).not.toContain('bring_a_lead');
  });

  it('[R3-06] is asked for, and then by nobody again for 90 days', () => {
    const regular = [order(400), order(300), order(200), wrote(35)];
    expect(scene(regular).open).toContain('ask_fault');
    for (const by of ['Mia', 'Ben']) {
      expect(scene([...regular, did('ask_fault', 89, by)]).held('ask_fault')).toMatchObject({
        guard: 'G10',
        until: daysAgo(89) + 90 * DAY,
      });
      expect(scene([...regular, did('ask_fault', 90, by)]).open).toContain('ask_fault');
    }
  });
});

describe('a question', () => {
  it('[R4-16] that is 25 hours old is the first card; at 23 hours it may still wait', () => {
    expect(scene([order(60), asked(hoursAgo(25))]).top).toBe('answer_question');
    expect(scene([order(60), asked(hoursAgo(23))]).open).not.toContain('answer_question');
  });

  it('[R3-24] stays open when the quick answer to it was none', () => {
    const quick = (fully: 'yes' | 'no') => [order(60), asked(hoursAgo(30)), answered(hoursAgo(29.9), fully)];
    // 'Question Answered' alone settles nothing.
    expect(scene(quick('no')).open).toContain('finish_answer');
    expect(reading(quick('no')).loyalty.parts).toContainEqual({ id: 'answers', kept: 0, of: 1 });
    expect(scene(quick('yes')).open).not.toContain('finish_answer');
    expect(reading(quick('yes')).loyalty.parts).toContainEqual({ id: 'answers', kept: 1, of: 1 });
  });

  it('[R3-24] [S5] that was not answered in full leaves nobody warm', () => {
    const status = (fully: 'yes' | 'partly' | 'no') =>
      reading([order(60), wrote(3), asked(hoursAgo(30)), answered(hoursAgo(29.9), fully)]).status.status;
    expect(status('yes')).toBe('warm');
    expect(status('partly')).toBe('steady');
    expect(status('no')).toBe('steady');
  });

  it('[R3-25] that was answered partly has its second half due on the next business day', () => {
    const day = (date: number, hour: number) => Date.UTC(2026, 11, date, hour);
    const due = (answer: number, now: number) =>
      scene([order(60), asked(answer - HOUR), answered(answer, 'partly')], { now }).open.includes(
        'finish_answer',
      );
    // Answered on Thursday the 3rd, due on Friday the 4th.
    expect(due(day(3, 15), day(3, 23))).toBe(false);
    expect(due(day(3, 15), day(4, 8))).toBe(false);
    expect(due(day(3, 15), day(4, 9))).toBe(true);
    // Answered on Friday: not at the weekend, but on Monday the 7th.
    expect(due(day(4, 15), day(6, 12))).toBe(false);
    expect(due(day(4, 15), day(7, 9))).toBe(true);
  });
});

describe('feedback', () => {
  it('[R0-12] without an outcome asks to be answered after 7 days, until it is closed', () => {
    const given = (days: number) =>
      event('Feedback Given', daysAgo(days), { kind: 'idea', text: 'A lid' }, { id: 'f1' });
    expect(scene([order(60), given(6.9)]).open).not.toContain('answer_feedback');
    const open = scene([order(60), given(7)]);
    expect(open.open).toContain('answer_feedback');
    expect(open.why('answer_feedback')).toContain('7 days');
    const closed = event('Feedback Closed', daysAgo(1), { ref: 'f1' });
    expect(scene([order(60), given(7), closed]).open).not.toContain('answer_feedback');
    expect(scene([order(60), given(30)]).open).toContain('answer_feedback');
  });
});
