import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DismissReason } from '#lib/contract/events.ts';
import { answerOf, answersIn } from '#lib/lifecycle/answers.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { anyEvents } from './any-events.ts';
import { daysAgo, event, order, person, reading } from './people.ts';

const ana = person([]);
const helped = (days: number) => event('Action Helped', daysAgo(days), { play: 'check_in' });

describe('[D2] answers about plays', () => {
  it('are that it helped, that it did not, and that it is a bad idea', () => {
    expect(answerOf(helped(1))).toEqual({ play: 'check_in', helped: true, bad: false });
    for (const type of ['Action Unhelpful', 'Action Unanswered'] as const)
      expect(answerOf(event(type, daysAgo(1), { play: 'check_in' })), type).toEqual({
        play: 'check_in',
        helped: false,
        bad: false,
      });
    const bad = event('Action Dismissed', daysAgo(1), { play: 'check_in', why: 'bad-idea' });
    expect(answerOf(bad)).toEqual({ play: 'check_in', helped: false, bad: true });
    const against = DismissReason.options.filter((why) =>
      answerOf(event('Action Dismissed', daysAgo(1), { play: 'check_in', why })),
    );
    expect(against).toEqual(['bad-idea']);
    expect(answerOf(event('Action Done', daysAgo(1), { play: 'check_in', contact: true }))).toBeNull();
  });

  it('say who gave them, so that five of one person are not five people', () => {
    const said = event('Action Dismissed', daysAgo(1), { play: 'check_in', why: 'bad-idea' }, { by: 'Mia' });
    expect(answersIn(ana, [said, helped(2)], defaultPlaybook).map(({ by, bad }) => [by, bad])).toEqual([
      [null, false],
      ['Mia', true],
    ]);
  });

  it('[R3-16] are not counted for a play of which a reply says nothing', () => {
    const playbook = {
      ...defaultPlaybook,
      plays: defaultPlaybook.plays.map((play) =>
        play.id === 'check_in' ? { ...play, learns: false } : play,
      ),
    };
    const unanswered = event('Action Unanswered', daysAgo(1), { play: 'check_in' });
    expect(answersIn(ana, [unanswered, helped(2)], playbook)).toEqual([]);
    expect(answersIn(ana, [unanswered, helped(2)], defaultPlaybook)).toHaveLength(2);
  });

  it('count for the stage in which they were given, whatever came after', () => {
    const story = [helped(20), order(10), helped(9), helped(10)];
    const stages = answersIn(ana, story, defaultPlaybook).map(({ id, stage }) => [id, stage]);
    const [before, , after, sameMoment] = story.map(({ id }) => id);
    expect(stages).toEqual([
      [before, 'discover'],
      [sameMoment, 'engage'],
      [after, 'engage'],
    ]);
  });

  it('are read as the customer stood at that moment, in any order of the events', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const answers = answersIn(ana, events, defaultPlaybook);
        const learns = new Set(
          defaultPlaybook.plays.filter((play) => play.learns !== false).map(({ id }) => id),
        );
        expect(answers).toHaveLength(events.filter((each) => learns.has(answerOf(each)?.play ?? '')).length);
        for (const { id, stage } of answers) {
          const at = events.find((each) => each.id === id)?.at ?? 0;
          const until = events.filter((each) => each.at <= at);
          expect(stage).toBe(reading(until, at).stage.stage);
        }
        const sorted = (all: typeof answers) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(answersIn(ana, events.toReversed(), defaultPlaybook))).toEqual(sorted(answers));
      }),
      { numRuns: 200 },
    );
  });
});
