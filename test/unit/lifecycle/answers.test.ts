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
    expect(answerOf(helped(1))).toEqual({ play: 'check_in', helped: true });
    expect(answerOf(event('Action Unhelpful', daysAgo(1), { play: 'check_in' }))).toEqual({
      play: 'check_in',
      helped: false,
    });
    const against = DismissReason.options.filter((why) =>
      answerOf(event('Action Dismissed', daysAgo(1), { play: 'check_in', why })),
    );
    expect(against).toEqual(['bad-idea']);
    expect(answerOf(event('Action Done', daysAgo(1), { play: 'check_in', contact: true }))).toBeNull();
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
        expect(answers).toHaveLength(events.filter(answerOf).length);
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
