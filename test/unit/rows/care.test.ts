import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, daysAgo, event, hoursAgo, order, view, wrote } from '../lifecycle/people.ts';
import { did, playOf, raised, scene } from './scene.ts';

const subscribed = (days: number) => event('Subscription Started', daysAgo(days), {});
const used = (days: number, count: number) => event('Usage Reported', daysAgo(days), { count });
const opens = (play: string, events: SukiEvent[]) => scene(events).open.includes(play);

describe('silence', () => {
  it('[R0-03] of 40 days after 4 orders, one every 30 days, asks for a check-in and says how late they are', () => {
    const monthly = (last: number) => Array.from({ length: 4 }, (_, i) => order(last + 30 * i));
    const seen = scene(monthly(40));
    expect(seen.open).toContain('check_in');
    expect(seen.why('check_in')).toContain('10 days later than their usual 30');
    expect(opens('check_in', monthly(38))).toBe(false);
  });

  it('[R0-04] of 61 days while health fell by 12 in 28 days asks for a personal note; of 59 days it does not', () => {
    const fading = (quiet: number, ratio: number) => [
      subscribed(200),
      wrote(quiet),
      event('Usage Reported', daysAgo(30), { ratio: 1 }),
      event('Usage Reported', daysAgo(1), { ratio }),
    ];
    const seen = scene(fading(61, 0.82));
    expect(seen.open).toContain('personal_note');
    expect(seen.card('personal_note')?.because.values).toMatchObject({ n: 12, days: 28, quiet: 61 });
    expect(opens('personal_note', fading(59, 0.82))).toBe(false);
    expect(opens('personal_note', fading(61, 0.9))).toBe(false);
  });

  it('[R0-14] of 46 days without a complaint asks how they are: nobody has to complain to hear from us', () => {
    const regular = (days: number) => [order(300), order(200), order(100), wrote(days)];
    expect(view(regular(46)).complaints).toHaveLength(0);
    expect(opens('care_check', regular(46))).toBe(true);
    expect(scene(regular(46)).card('care_check')?.key).toContain('quiet');
    expect(opens('care_check', regular(44))).toBe(false);
    expect(opens('care_check', [...regular(46), raised(1)])).toBe(false);
  });

  it('[R1-24] of ours towards a regular is due after 61 days, and fine after 30', () => {
    const retain = event('Stage Changed', daysAgo(200), {
      from: 'engage',
      to: 'retain',
      because: [],
      version: 1,
    });
    const regular = (days: number) => [subscribed(400), retain, wrote(80), contact(days)];
    const due = scene(regular(61));
    expect(due.decision.reading.stage.stage).toBe('retain');
    expect(due.open).toContain('ask_how_are_you');
    expect(due.card('ask_how_are_you')?.because.code).toBe('trigger-cadence-due');
    expect(opens('ask_how_are_you', regular(30))).toBe(false);
    expect(defaultPlaybook.policy.cadenceDays.retain).toBe(60);
  });
});

describe('signs', () => {
  it('[R4-10] are watched when there is one, and a card when there are 2', () => {
    const one = [subscribed(200), wrote(5), event('Usage Reported', daysAgo(2), { ratio: 0.4 })];
    const two = [...one, event('Champion Left', daysAgo(3), {})];
    const watched = scene(one);
    expect(watched.decision.reading.signs).toHaveLength(1);
    expect(watched.open).not.toContain('look_into_signs');
    const card = scene(two);
    expect(card.decision.reading.signs).toHaveLength(2);
    expect(card.open).toContain('look_into_signs');
  });

  it('[R0-23] of good use: 14 against a median of 9 is worth a friendly word, less than usual is not', () => {
    const before = [used(31, 9), used(61, 8), used(91, 12), subscribed(200), wrote(10)];
    const more = scene([...before, used(1, 14)]);
    expect(more.open).toContain('usage_note');
    expect(more.why('usage_note')).toMatch(/\b14\b.*\b5\b/);
    expect(opens('usage_note', [...before, used(1, 9)])).toBe(false);
    expect(opens('usage_note', [...before, used(1, 6)])).toBe(false);
  });

  it('[R4-13] of a part that is not used: after 30 days show them how, not after 29', () => {
    const base = [subscribed(90), wrote(10)];
    // A report speaks of the 28 days before it.
    const unused = (days: number) =>
      event('Usage Reported', daysAgo(days - 28), { feature: 'labels', count: 0 });
    const seen = scene([...base, unused(30)]);
    expect(seen.open).toContain('teach_feature');
    expect(seen.card('teach_feature')?.because.values).toMatchObject({ feature: 'labels', n: 30 });
    expect(opens('teach_feature', [...base, unused(29)])).toBe(false);
    const again = event('Usage Reported', daysAgo(1), { feature: 'labels', count: 3 });
    expect(opens('teach_feature', [...base, unused(30), again])).toBe(false);
  });

  it('[R4-20] of being stuck: getting started has not moved for 5 days, so guide them', () => {
    const step = (days: number, left: number) => [
      subscribed(20),
      event('Onboarding Step Completed', daysAgo(days), { left }),
      event('First Value Reached', daysAgo(12), {}),
      wrote(12),
    ];
    const stuck = scene(step(5, 2));
    expect(stuck.open).toContain('guide_first_steps');
    expect(stuck.card('guide_first_steps')?.key).toContain('onboarding-stalled');
    expect(opens('guide_first_steps', step(4.9, 2))).toBe(false);
    expect(opens('guide_first_steps', step(5, 0))).toBe(false);
  });
});

describe('a kind word of theirs', () => {
  it('[R0-27] has its thank-you for 48 hours, and not after', () => {
    const praise = (hours: number) =>
      event('Feedback Given', hoursAgo(hours), { kind: 'praise', text: 'You were so kind' });
    expect(scene([order(60), praise(1)]).top).toBe('thank_personally');
    const last = scene([order(60), praise(48)]);
    expect(last.open).toContain('thank_personally');
    expect(last.card('thank_personally')?.expiresAt).toBe(hoursAgo(48) + 2 * DAY);
    expect(opens('thank_personally', [order(60), praise(48.1)])).toBe(false);
  });

  it('[R0-30] that became real is told once to each of 2 people who had the idea', () => {
    const idea = event('Feedback Given', daysAgo(30), { kind: 'idea', text: 'A lid' });
    const shipped = event('Idea Shipped', daysAgo(1), { about: 'A lid' });
    const both = [order(200), order(100)].map((first) => [first, order(50), idea, shipped]);
    expect(both).toHaveLength(2);
    for (const one of both) {
      expect(opens('tell_shipped', one)).toBe(true);
      const told = [...one, did('tell_shipped', 0.5)];
      // Not now, and not when the play has rested.
      for (const days of [0, 8])
        expect(scene(told, { now: daysAgo(-days) }).open, `${days} days on`).not.toContain('tell_shipped');
      expect(scene(one, { now: daysAgo(-8) }).open).toContain('tell_shipped');
    }
    expect(opens('tell_shipped', [order(200), idea])).toBe(false);
  });

  it('[R3-27] from 9 days ago that has shipped is told to each who asked, once', () => {
    const asked = event('Feedback Given', daysAgo(9), { kind: 'idea', text: 'Smaller bags' });
    const shipped = event('Idea Shipped', daysAgo(0.2), { about: 'Smaller bags' });
    const seen = scene([order(100), asked, shipped]);
    expect(seen.top).toBe('tell_shipped');
    const told = scene([order(100), asked, shipped, did('tell_shipped', 0.1)]);
    expect(told.held('tell_shipped')).toMatchObject({ guard: 'G10', until: null });
    const another = event('Idea Shipped', daysAgo(-20), { about: 'A tin' });
    expect(
      scene([order(100), asked, shipped, did('tell_shipped', 0.1), another], { now: daysAgo(-21) }).top,
    ).toBe('tell_shipped');
  });
});

describe('a little more', () => {
  it('[R0-19] than they asked for: at the 3rd order one of 6 kinds, and nothing more for 90 days', () => {
    const three = [order(300), order(200), order(5)];
    expect(view(three).orders).toBe(3);
    expect(scene(three).open).toContain('add_value');
    expect(opens('add_value', [order(200), order(5)])).toBe(false);
    const { perks } = defaultPlaybook.policy;
    expect(perks).toHaveLength(6);
    const { how } = playOf('add_value').text;
    for (const [i, word] of ['warranty', 'priority', 'packaging', 'rate', 'shipping', 'delivery'].entries()) {
      expect(perks[i]?.toLowerCase()).toContain(word);
      expect(how).toContain(word);
    }
    const given = did('add_value', 89);
    expect(scene([...three, given]).held('add_value')).toMatchObject({
      guard: 'G10',
      until: daysAgo(89) + 90 * DAY,
    });
    expect(opens('add_value', [...three, did('add_value', 90)])).toBe(true);
  });
});
