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

/** Those moments at which it is a working hour where the customer lives: at others nothing proactive is on top [G6]. */
const working = (customer: string) => {
  const open = samples.filter(({ now, sample }) => {
    const timeZone = sample.profiles.find(({ id }) => id === customer)?.profile.timezone;
    const hour = Number(
      new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
    );
    return hour >= 9 && hour < 18;
  });
  if (open.length === 0) throw new Error(`none of the moments is a working hour for ${customer}`);
  return open;
};

describe('many plays have somebody for whom they are best', () => {
  it.each([...stories])('%s: %s', (play, customer) => {
    const tops = working(customer).map(({ decideFor }) => decideFor(customer).top?.play.id ?? 'wait');
    expect([customer, ...new Set(tops)]).toEqual([customer, play]);
  });

  it('and no story is planted for a play that is gone', () => {
    const plays = new Set(defaultPlaybook.plays.map(({ id }) => id));
    expect([...stories.keys()].filter((play) => !plays.has(play))).toEqual([]);
  });

  it('among them those whom everybody wants to see', () => {
    expect([...stories.keys()]).toEqual(
      expect.arrayContaining([
        ...['welcome_newcomer', 'apologise_personally', 'win_back', 'thank_personally', 'ask_buyer'],
        ...['keep_promise', 'finish_answer', 'look_into_signs', 'check_in', 'founder_hello'],
      ]),
    );
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
    for (const [play, customers] of tops)
      if (play !== 'wait') expect([play, customers.length < 80]).toEqual([play, true]);
  });
});
