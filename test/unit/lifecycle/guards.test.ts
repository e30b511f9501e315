import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play } from '#lib/contract/playbook.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { guards } from '#lib/lifecycle/guards/index.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { contact, daysAgo, deciding, event, NOW, order, person, wrote } from './people.ts';

const plain: Play = {
  id: 'plain_care',
  stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
  kind: 'care',
  purpose: 'care',
  triggers: [{ on: 'after-event', event: 'Limit Reached', from: 0, to: 100 }],
  cooldownDays: 20,
  care: 1,
  prior: 0.5,
  urgency: 'none',
  text: { title: 'Plain', why: '', how: '' },
  rows: ['R0-01'],
};
const care = plain;
const offer: Play = { ...plain, id: 'plain_offer', kind: 'commercial', purpose: 'commercial' };
const survey: Play = { ...plain, id: 'plain_survey', kind: 'feedback', purpose: 'feedback' };
const reply: Play = { ...plain, id: 'plain_reply', kind: 'answer', purpose: 'answer', reply: true };
const mends: Play = { ...plain, id: 'plain_mends', mends: true };
const limit = event('Limit Reached', daysAgo(50), {});
/** Offers are for those who bought, and long enough ago [G1] [G13]. */
const customer = order(95);

/** What stands against a play, with an event that fires it among the others. */
const blocked = (play: Play, events: SukiEvent[], now = NOW) => {
  const decision = decide(person([limit, ...events]), { ...defaultPlaybook, plays: [play] }, now);
  return decision.hidden[0]?.blocked ?? null;
};
const raised = (days: number) => event('Complaint Raised', daysAgo(days), { ref: 'c1' });
const solved = (days: number) => event('Complaint Resolved', daysAgo(days), { ref: 'c1' });
const confirmed = (days: number) => event('Complaint Confirmed Resolved', daysAgo(days), { ref: 'c1' });

describe('[G1] quiet days after an order', () => {
  it('[R0-16] hides what is commercial on day 13, shows it on day 15, and names the date', () => {
    expect(blocked(offer, [order(13)])).toEqual({
      guard: 'G1',
      until: daysAgo(13) + 14 * DAY,
      because: { code: 'guard-g1', values: { n: 14 } },
    });
    expect(blocked(offer, [order(15)])).toBeNull();
    expect(blocked(offer, [event('Subscription Started', daysAgo(3), {})])?.guard).toBe('G1');
  });

  it('lets care through on the very day', () => {
    expect(blocked(care, [order(0)])).toBeNull();
  });
});

describe('[G2] a complaint', () => {
  it('[R0-15] that is open leaves only what mends it, and answers that they wait for', () => {
    for (const play of [care, offer, survey])
      expect(blocked(play, [raised(1)])).toMatchObject({ guard: 'G2', until: null });
    for (const play of [mends, reply]) expect(blocked(play, [raised(1)])).toBeNull();
  });

  it('that we call solved stops offers and surveys for 14 days, and care no longer', () => {
    for (const play of [offer, survey])
      expect(blocked(play, [customer, raised(9), solved(3)])).toMatchObject({
        guard: 'G2',
        until: daysAgo(3) + 14 * DAY,
      });
    expect(blocked(care, [raised(9), solved(3)])).toBeNull();
    expect(blocked(survey, [raised(20), solved(15)])).toBeNull();
  });

  it('that they confirmed as solved stops nothing', () => {
    expect(blocked(offer, [customer, raised(9), solved(3), confirmed(2)])).toBeNull();
  });
});

describe('[G3] the contact cap', () => {
  it('counts colleagues and says who it was', () => {
    expect(blocked(care, [contact(2, {}, 'Mia')])).toEqual({
      guard: 'G3',
      until: daysAgo(2) + 7 * DAY,
      because: { code: 'guard-g3-person', values: { by: 'Mia', contactAt: daysAgo(2), n: 2 } },
    });
    expect(blocked(care, [contact(7)])).toBeNull();
  });

  it('[R0-26] counts automations: a newsletter on Tuesday leaves no check-in on Thursday', () => {
    const newsletter = contact(2, { initiator: 'automation', purpose: 'news' });
    expect(blocked(care, [newsletter])?.because.code).toBe('guard-g3-machine');
    expect(blocked(care, [event('Email Delivered', daysAgo(2), {})])?.guard).toBe('G3');
  });

  it('does not count answers, apologies, bills and automatic thank-yous', () => {
    for (const purpose of ['answer', 'apology', 'billing'] as const)
      expect(blocked(care, [contact(1, { purpose })]), purpose).toBeNull();
    expect(blocked(care, [contact(1, { purpose: 'thanks', initiator: 'automation' })])).toBeNull();
    expect(blocked(care, [contact(1, { purpose: 'thanks' })])?.guard).toBe('G3');
    expect(blocked(care, [wrote(1)])).toBeNull();
  });

  it('says today and yesterday by the calendar, not by the hour', () => {
    const morning = NOW - 11 * HOUR;
    const days = (at: number) => {
      const touched = event('Content Shared', at, {}, { by: 'Mia' });
      return blocked(care, [touched], morning)?.because.values.n;
    };
    expect(days(morning - HOUR / 2)).toBe(0);
    expect(days(morning - 2 * HOUR)).toBe(1);
    expect(days(morning - 26 * HOUR)).toBe(2);
  });

  it('[F6] does not count what we noted for ourselves', () => {
    for (const kind of ['NOTE', 'TASK'] as const)
      expect(blocked(care, [contact(0, { kind }, 'Mia')]), kind).toBeNull();
    expect(blocked(care, [contact(0, { kind: 'CALL' }, 'Mia')])?.guard).toBe('G3');
    expect(deciding([order(20), wrote(20), contact(1, { kind: 'NOTE' }, 'Mia')]).wait.because.code).toBe(
      'wait-heard',
    );
  });

  it('[R0-26] lets replies through at any time', () => {
    expect(blocked(reply, [contact(1)])).toBeNull();
  });

  it('allows two offers in 30 days', () => {
    // Enough care that [G13] has nothing against a third.
    const care6 = [40, 45, 50, 55, 60, 65].map((days) => contact(days));
    const offers = [
      customer,
      contact(10, { purpose: 'commercial' }),
      contact(20, { purpose: 'commercial' }),
      ...care6,
    ];
    expect(blocked(offer, offers)).toMatchObject({
      guard: 'G3',
      until: daysAgo(20) + 30 * DAY,
      because: { code: 'guard-g3-commercial' },
    });
    expect(blocked(plain, offers)).toBeNull();
    expect(blocked(offer, [...offers.slice(0, 2), ...care6])).toBeNull();
  });

  it('counts a contact that was logged twice within the hour once', () => {
    const playbook = {
      ...defaultPlaybook,
      plays: [care],
      policy: { ...defaultPlaybook.policy, g3ProactivePerWeek: 2 },
    };
    const twice = [
      limit,
      contact(2),
      event('Action Done', daysAgo(2) + 60_000, { play: 'other_play', contact: true }),
    ];
    expect(decide(person(twice), playbook, NOW).hidden).toEqual([]);
    expect(decide(person([...twice, contact(3)]), playbook, NOW).hidden[0]?.blocked.guard).toBe('G3');
  });
});

describe('[G5] consent', () => {
  it('[R1-09] ends offers at once and for good, and leaves service alone', () => {
    const no = event('Unsubscribed', daysAgo(0.1), {});
    expect(blocked(offer, [no])).toMatchObject({ guard: 'G5', until: null });
    for (const play of [care, reply, survey]) expect(blocked(play, [no])).toBeNull();
  });
});

describe('[G9] what colleagues said', () => {
  const said = (why: 'never' | 'wrong-time' | 'wrong-fact' | 'bad-idea' | 'already-done', days: number) =>
    event('Action Dismissed', daysAgo(days), { play: 'plain_care', why });

  it('snoozed is hidden until then', () => {
    const snoozed = event('Action Snoozed', daysAgo(1), { play: 'plain_care', until: daysAgo(-2) });
    expect(blocked(care, [snoozed])).toMatchObject({ guard: 'G9', until: daysAgo(-2) });
    expect(blocked(care, [snoozed], daysAgo(-2))).toBeNull();
  });

  it('never is never, for this customer and play only', () => {
    expect(blocked(care, [said('never', 900)])).toMatchObject({ guard: 'G9', until: null });
    expect(blocked(survey, [said('never', 900)])).toBeNull();
  });

  it('wrong time rests for twice the cooldown', () => {
    expect(blocked(care, [said('wrong-time', 39)])).toMatchObject({
      guard: 'G9',
      until: daysAgo(39) + 40 * DAY,
    });
    expect(blocked(care, [said('wrong-time', 41)])).toBeNull();
    const yearly = { ...care, cooldownDays: 365 };
    expect(blocked(yearly, [said('wrong-time', 39)])?.until).toBe(daysAgo(39) + 180 * DAY);
  });

  it('a wrong reason is hidden until there is a newer one', () => {
    expect(blocked(care, [said('wrong-fact', 10)])?.because.code).toBe('guard-g9-wrong-fact');
    expect(blocked(care, [said('wrong-fact', 10), event('Limit Reached', daysAgo(5), {})])).toBeNull();
  });

  it('"somebody already did" counts as a contact', () => {
    expect(blocked(survey, [said('already-done', 2)])?.guard).toBe('G3');
  });
});

describe('[G10] one card for each reason', () => {
  const done = (days: number, by?: string) =>
    event(
      'Action Done',
      daysAgo(days),
      { play: 'plain_care', contact: false },
      by === undefined ? {} : { by },
    );

  it('[R4-19] is not suggested again for the reason for which it was done', () => {
    expect(blocked(care, [done(30)])).toMatchObject({ guard: 'G10', until: null });
  });

  it('rests for its cooldown whoever did it, then a new reason may bring it back', () => {
    const anew = event('Limit Reached', daysAgo(8), {});
    expect(blocked(care, [done(10), anew])).toMatchObject({ guard: 'G10', until: daysAgo(10) + 20 * DAY });
    expect(blocked(care, [done(21), anew])).toBeNull();
    expect(blocked(care, [contact(10, { play: 'plain_care' }, 'Mia'), anew])?.because).toEqual({
      code: 'guard-g10-rests-by',
      values: { doneAt: daysAgo(10), by: 'Mia' },
    });
  });

  it('names what is only done after everything that is really held back', () => {
    const other = { ...care, id: 'other_care', prior: 0.1 };
    const decision = decide(
      person([
        limit,
        done(30),
        event('Action Snoozed', daysAgo(1), { play: 'other_care', until: NOW + DAY }),
      ]),
      { ...defaultPlaybook, plays: [care, other] },
      NOW,
    );
    expect(decision.hidden.map(({ card }) => card.play.id)).toEqual(['other_care', 'plain_care']);
  });

  it('has one card even when the playbook holds the play twice', () => {
    const twice = decide(person([limit]), { ...defaultPlaybook, plays: [care, care] }, NOW);
    expect([twice.top, ...twice.others].filter((card) => card !== null)).toHaveLength(1);
  });

  it('keeps its key while the reason stays the same, and changes it with the reason', () => {
    const key = (events: SukiEvent[], now = NOW) =>
      decide(person(events), { ...defaultPlaybook, plays: [care] }, now).top?.key;
    expect(key([limit])).toBe(key([limit, wrote(3)], NOW + DAY));
    expect(key([limit, event('Limit Reached', daysAgo(2), {})])).not.toBe(key([limit]));
  });
});

describe('[G12] on the beach', () => {
  const pause = (until?: number) => [
    event('Subscription Started', daysAgo(90), {}),
    event('Subscription Paused', daysAgo(10), until === undefined ? {} : { until }),
  ];

  it('[R3-23] there is silence until the return date, but for replies', () => {
    expect(blocked(care, pause(daysAgo(-20)))).toMatchObject({ guard: 'G12', until: daysAgo(-20) });
    expect(blocked(care, pause())).toMatchObject({ guard: 'G12', until: null });
    expect(blocked(reply, pause())).toBeNull();
    expect(blocked(care, pause(daysAgo(1)))).toBeNull();
  });

  it('and the note about coming back waits for the return date', () => {
    const back: Play = { ...care, triggers: [{ on: 'pause-ending', days: 3 }] };
    const at = (now: number) =>
      decide(person(pause(daysAgo(-2))), { ...defaultPlaybook, plays: [back] }, now);
    for (const now of [NOW, daysAgo(-2) - 1]) {
      expect(at(now).top).toBeNull();
      expect(at(now).reading.status.status).toBe('paused');
      expect(at(now).wait).toMatchObject({ because: { code: 'wait-paused' }, nextLookAt: daysAgo(-2) });
    }
    expect(at(daysAgo(-2)).top?.play.id).toBe('plain_care');
    expect(at(daysAgo(-2)).reading.status.status).not.toBe('paused');
  });
});

describe('the registry of guards', () => {
  it('[G0] names the guard that ends last, so that its date is true', () => {
    expect(blocked(offer, [order(3), contact(6)])?.guard).toBe('G1');
    expect(blocked(offer, [order(13), contact(1)])?.guard).toBe('G3');
    expect(blocked(offer, [order(3), event('Unsubscribed', daysAgo(9), {})])?.guard).toBe('G5');
  });

  it('[G0] lists every file of the folder once', () => {
    const files = readdirSync('lib/lifecycle/guards').flatMap(
      (name) => /^(g\d+)-/.exec(name)?.[1]?.toUpperCase() ?? [],
    );
    expect(guards.map(({ id }) => id).sort()).toEqual(files.sort());
  });
});
