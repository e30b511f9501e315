import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import { read } from '#lib/lifecycle/read.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { pooledEvents } from './any-events.ts';
import { contact, daysAgo, event, hoursAgo, NOW, nps, order, person, reading, view } from './people.ts';

const inbound = (days: number, ref: string) => contact(days, { direction: 'in', initiator: 'customer', ref });

describe('what the rules can ask of the facts', () => {
  it('[R1] reads any customer at any time without an error', () => {
    fc.assert(
      fc.property(pooledEvents, fc.integer({ min: -900, max: 900 }), (events, days) => {
        const { health, stage, loyalty } = read(person(events), defaultPlaybook, NOW + days * DAY);
        expect(health.score === null || (health.score >= 0 && health.score <= 100)).toBe(true);
        expect(loyalty.score === null || (loyalty.score >= 0 && loyalty.score <= 100)).toBe(true);
        expect(Number.isFinite(stage.since)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('[F7] counts how often they brought a matter up, and who has taken it on until when', () => {
    const raised = event('Complaint Raised', daysAgo(6), { ref: 'c1', topic: 'delivery' });
    const taken = event('Concern Taken', daysAgo(2), { ref: 'c1', dueAt: daysAgo(-1) }, { by: 'Mia' });
    const { openComplaint } = view([raised, inbound(5, 'c1'), inbound(4, 'c1'), inbound(3, 'other'), taken]);
    expect(openComplaint).toMatchObject({
      contacts: 3,
      topic: 'delivery',
      owner: { by: 'Mia', at: daysAgo(2), dueAt: daysAgo(-1) },
    });
  });

  it('[F7] keeps commercial contacts of a month in which much else was said', () => {
    const offer = contact(25, { purpose: 'commercial' });
    const done = event('Action Done', daysAgo(20), { play: 'p', contact: true, purpose: 'commercial' });
    const talk = Array.from({ length: 20 }, (_, i) => contact(i + 0.5));
    const { offers, contacts } = view([offer, done, ...talk]);
    expect(offers.map(({ at, why }) => [at, why])).toEqual([
      [daysAgo(20), 'commercial'],
      [daysAgo(25), 'commercial'],
    ]);
    expect(contacts.some(({ at }) => at === daysAgo(25))).toBe(false);
  });

  it('[F7] says of feedback that told something whether anybody closed it', () => {
    const idea = event('Feedback Given', daysAgo(9), { kind: 'idea', text: 'a smaller box' });
    const low = event('Feedback Given', daysAgo(8), { kind: 'nps', score: 3, text: 'too slow' });
    const bare = event('Feedback Given', daysAgo(7), { kind: 'csat', score: 4 });
    const closed = event('Feedback Closed', daysAgo(1), { ref: idea.id });
    expect(view([idea, low, bare]).feedbackOpen.map(({ ref }) => ref)).toEqual([low.id, idea.id]);
    expect(view([idea, low, bare, closed]).feedbackOpen).toEqual([
      { ref: low.id, kind: 'nps', at: daysAgo(8) },
    ]);
  });

  it('[F7] [R2-02] knows the day for which an order was promised, until it arrives', () => {
    const placed = order(9, { order: 'o9', promisedFor: daysAgo(2) });
    const later = event('Order Updated', daysAgo(3), { order: 'o9', promisedFor: daysAgo(-2) });
    expect(view([placed]).orderPromises).toEqual([{ order: 'o9', promisedFor: daysAgo(2), at: daysAgo(9) }]);
    expect(view([placed, later]).orderPromises[0]?.promisedFor).toBe(daysAgo(-2));
    expect(view([placed, event('Order Delivered', daysAgo(1), { order: 'o9' })]).orderPromises).toEqual([]);
  });

  it('[F7] keeps use of the whole apart from use of a part, and the newest talk with a length', () => {
    const used = (days: number, more: object) => event('Usage Reported', daysAgo(days), more);
    const seen = view([
      used(3, { count: 40 }),
      used(33, { count: 10 }),
      used(2, { feature: 'exports', count: 0 }),
      used(40, { feature: 'exports', count: 9 }),
      contact(5, { kind: 'CALL', minutes: 12 }),
      event('Live Chat Conversation Ended', daysAgo(4), { minutes: 3 }),
      contact(1, { kind: 'CALL' }),
    ]);
    expect(seen.usageCounts.map(({ count }) => count)).toEqual([40, 10]);
    expect(seen.features).toEqual([{ feature: 'exports', at: daysAgo(2), count: 0 }]);
    expect(seen.talk).toEqual({ at: daysAgo(4), minutes: 3 });
  });

  it('[F7] knows their days, the parts of their profile, and why they left', () => {
    const seen = view([
      event('Special Day Noted', daysAgo(9), { day: 'birthday', month: 5, date: 17, consent: true }),
      event('Profile Noted', daysAgo(8), { part: 'demographic', private: true }),
      event('Lapse Explained', daysAgo(7), { cause: 'price' }),
      event('Need Stated', daysAgo(6), { text: 'smaller boxes' }),
    ]);
    expect(seen.days).toEqual([{ day: 'birthday', month: 5, date: 17 }]);
    expect(seen.profileParts).toEqual({ demographic: daysAgo(8) });
    expect([seen.lapseCause, seen.needAt, seen.competitorAt]).toEqual(['price', daysAgo(6), null]);
    expect(JSON.stringify(seen.facts)).not.toContain('smaller');
  });

  it('[F8] counts up to three snoozes of a play, and forgets none of them to a busy day', () => {
    const snooze = (days: number) =>
      event('Action Snoozed', daysAgo(days), { play: 'check_in', until: daysAgo(days - 2) });
    const stubs = view([snooze(9), snooze(6), snooze(3), snooze(1)]).facts.recent.actions;
    expect(stubs[0]?.d).toEqual({ play: 'check_in', until: daysAgo(-1), n: 3 });
    expect(stubs.slice(1).map(({ d }) => d)).toEqual([{ play: 'check_in' }, { play: 'check_in' }]);
  });
});

describe('behaviour before words', () => {
  const active = event('Subscription Started', daysAgo(200), { renewsAt: daysAgo(-100) });

  it('[S3] [R0-29] nine of ten, but use down by 60 %, is cooling', () => {
    const used = event('Usage Reported', daysAgo(2), { ratio: 0.4 });
    expect(reading([active, used, nps(3, 9), contact(3)]).status.status).toBe('cooling');
    expect(reading([active, nps(3, 9), contact(3)]).status.status).not.toBe('cooling');
  });

  it('[S6] [R4-10] automatic renewal turned off is an early sign, until it is on again', () => {
    const off = event('Autorenew Turned Off', daysAgo(5), {});
    const codes = (events: Parameters<typeof reading>[0]) =>
      reading(events).signs.map(({ because }) => because.code);
    expect(codes([active, off])).toEqual(['sign-autorenew-off']);
    expect(codes([active, off, event('Autorenew Turned On', hoursAgo(2), {})])).toEqual([]);
  });

  it('[S6] [R4-10] one sign is something to watch, two are two', () => {
    const used = event('Usage Reported', daysAgo(2), { ratio: 0.5 });
    const left = event('Champion Left', daysAgo(4), {});
    expect(reading([active, used]).signs).toHaveLength(1);
    expect(reading([active, used, left]).signs.map(({ since }) => since)).toEqual([daysAgo(4), daysAgo(2)]);
  });
});
