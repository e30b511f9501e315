import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { surveyFits } from '#lib/lifecycle/guards/g4-surveys.ts';
import { contact, daysAgo, event, hoursAgo } from '../people.ts';
import { blocked, care, reply, survey } from './plays.ts';

const talk = (minutes: number) =>
  event('Touchpoint Logged', hoursAgo(3), {
    kind: 'CALL',
    direction: 'in',
    channel: 'phone',
    initiator: 'customer',
    purpose: 'answer',
    minutes,
  });
const chat = (minutes: number) => event('Live Chat Conversation Ended', hoursAgo(3), { minutes });

describe('[G4] a survey in proportion to what it is about', () => {
  it('[R3-08] refuses 20 questions after a chat of one minute, and offers one', () => {
    expect(surveyFits(1, 20)).toEqual({ fits: false, allowed: 1 });
    expect(surveyFits(1, 1)).toEqual({ fits: true, allowed: 1 });
  });

  it.each([
    [null, 1],
    [0, 1],
    [4.9, 1],
    [5, 3],
    [30, 3],
    [30.1, 5],
    [600, 5],
  ])('after %s minutes carries at most %s questions', (minutes, allowed) => {
    expect(surveyFits(minutes, allowed)).toEqual({ fits: true, allowed });
    expect(surveyFits(minutes, allowed + 1)).toEqual({ fits: false, allowed });
  });

  it('[R3-08] reads the length of the newest talk, on the phone or in a chat', () => {
    for (const said of [talk, chat]) {
      expect(blocked(survey(3), [said(4)])).toEqual({
        guard: 'G4',
        until: null,
        because: { code: 'guard-g4-short', values: { n: 1, questions: 3, minutes: 4 } },
      });
      expect(blocked(survey(1), [said(4)])).toBeNull();
      expect(blocked(survey(3), [said(12)])).toBeNull();
      expect(blocked(survey(5), [said(12)])?.guard).toBe('G4');
      expect(blocked(survey(5), [said(45)])).toBeNull();
    }
  });

  it('of a talk that nobody timed asks one thing', () => {
    expect(blocked(survey(1), [])).toBeNull();
    expect(blocked(survey(2), [contact(20)])?.because).toEqual({
      code: 'guard-g4-unknown',
      values: { n: 1, questions: 2 },
    });
  });

  it('rests for 30 days after any survey, sent or done as a play, and says until when', () => {
    const sent = event('Survey Sent', daysAgo(29), { questions: 1 });
    expect(blocked(survey(1), [sent])).toEqual({
      guard: 'G4',
      until: daysAgo(29) + 30 * DAY,
      because: { code: 'guard-g4-rests', values: { askedAt: daysAgo(29), n: 30 } },
    });
    expect(blocked(survey(1), [event('Survey Sent', daysAgo(30), { questions: 1 })])).toBeNull();
    expect(blocked(survey(1), [sent], { policy: { g4SurveyRestDays: 14 } })).toBeNull();
    const other = { ...survey(1), id: 'other_survey', triggers: [{ on: 'complaint-open' as const }] };
    const done = event('Action Done', daysAgo(12), { play: 'other_survey', contact: false });
    expect(blocked(survey(1), [done], { known: [other] })?.because.code).toBe('guard-g4-rests');
  });

  it('leaves everything alone that is no survey', () => {
    for (const play of [care, reply])
      expect(blocked(play, [event('Survey Sent', daysAgo(9), { questions: 1 })])).toBeNull();
  });
});
