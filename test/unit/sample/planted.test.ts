import { describe, expect, it } from 'vitest';
import { decide } from '#lib/lifecycle/decide.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { type SampleWorkspace, sampleWorkspace } from '#server/sample/workspace.ts';

/** From midnight to midnight: beats are moved into the day of the customer, and the stories must bear it. */
const moments = [0, 5, 10, 15, 20].map((hour) => Date.UTC(2026, 5, 17, hour, 30));

const decider = (sample: SampleWorkspace, now: number): ((customer: string) => Decision) => {
  const events = Map.groupBy(sample.events, (event) => event.subject);
  const profiles = new Map(sample.profiles.map(({ id, profile }) => [id, profile]));
  return (id) => {
    const profile = profiles.get(id);
    if (!profile) throw new Error(`${id} is not in the sample`);
    return decide({ id, profile, facts: foldAll(events.get(id) ?? []) }, defaultPlaybook, now);
  };
};
const samples = moments.map((now) => {
  const sample = sampleWorkspace({ seed: 7, now });
  return { now, sample, decideFor: decider(sample, now) };
});
const stories = new Map(samples[0]?.sample.stories.map(({ play, customer }) => [play, customer]));

describe('every play of the default playbook has somebody for whom it is best', () => {
  it.each(defaultPlaybook.plays.map(({ id }) => id))('%s', (play) => {
    const customer = stories.get(play);
    if (!customer)
      throw new Error(`No story is planted for ${play}: add one to a file in server/sample/stories.`);
    const tops = samples.map(({ decideFor }) => decideFor(customer).top?.play.id ?? 'wait');
    expect([customer, ...tops]).toEqual([customer, ...moments.map(() => play)]);
  });

  it('and no story is planted for a play that is gone', () => {
    const plays = new Set(defaultPlaybook.plays.map(({ id }) => id));
    expect([...stories.keys()].filter((play) => !plays.has(play))).toEqual([]);
  });
});

describe('some people are best left alone', () => {
  it.each(samples[0]?.sample.quiet ?? [])('%s', (customer) => {
    for (const { decideFor } of samples) expect(decideFor(customer).top?.play.id).toBeUndefined();
  });
});

describe('the sample as a whole', () => {
  it('keeps a good part of the customers waiting, and has no one suggestion for everybody', () => {
    const { sample, decideFor } = samples[0] ?? { sample: null, decideFor: null };
    if (!sample) throw new Error('no sample');
    const tops = Map.groupBy(sample.profiles, ({ id }) => decideFor(id).top?.play.id ?? 'wait');
    expect(tops.get('wait')?.length).toBeGreaterThan(20);
    for (const [, customers] of tops) expect(customers.length).toBeLessThan(80);
  });
});
