import { describe, expect, it } from 'vitest';
import { Profile } from '#lib/contract/customer.ts';
import { SukiEvent } from '#lib/contract/events.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';

const now = Date.UTC(2026, 5, 17, 6, 30);
const sample = sampleWorkspace({ seed: 1, now });

describe('the sample workspace', () => {
  it('is the same for the same seed and moment, and another for another seed', () => {
    expect(sampleWorkspace({ seed: 1, now })).toEqual(sample);
    const other = sampleWorkspace({ seed: 2, now });
    expect(other.profiles).not.toEqual(sample.profiles);
    expect(other.stories).toEqual(sample.stories);
  });

  it('has two hundred customers, each with an id, an address and a name of their own', () => {
    expect(sample.profiles).toHaveLength(200);
    expect(new Set(sample.profiles.map((p) => p.id)).size).toBe(200);
    const addresses = sample.profiles.flatMap((p) => p.profile.addresses);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { profile } of sample.profiles) expect(Profile.safeParse(profile).error).toBeUndefined();
    expect(sample.profiles.find((p) => p.id === 'c-maria-santos')?.profile.name).toBe('Maria Santos');
  });

  it('writes to nobody real: every address ends in .example', () => {
    const written = sample.conversations.flatMap((c) => [c.from, ...c.to, ...(c.cc ?? [])]);
    const all = [...sample.profiles.flatMap((p) => p.profile.addresses), ...written.map((p) => p.address)];
    expect(all.filter((address) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(address))).toEqual([]);
  });

  it('has only events that the contract allows, with ids of their own, of known customers, none from the future', () => {
    const known = new Set(sample.profiles.map((p) => p.id));
    for (const event of sample.events) {
      expect(SukiEvent.safeParse(event).error).toBeUndefined();
      expect(known.has(event.subject)).toBe(true);
      expect(event.at).toBeLessThanOrEqual(now);
    }
    expect(new Set(sample.events.map((e) => e.id)).size).toBe(sample.events.length);
    expect(new Set(sample.events.map((e) => e.subject)).size).toBe(200);
    for (const { id, profile } of sample.profiles)
      expect(sample.events.some((e) => e.subject === id && e.at < profile.createdAt)).toBe(false);
  });

  it('is a world: several scripts, currencies, time zones, reps and kinds of events', () => {
    const names = sample.profiles.map((p) => p.profile.name).join(' ');
    for (const script of ['Latin', 'Thai', 'Arabic', 'Han', 'Cyrillic', 'Hangul'])
      expect([script, new RegExp(`\\p{Script=${script}}`, 'u').test(names)]).toEqual([script, true]);
    const money = sample.events.flatMap((e) => (e.type === 'Order Completed' ? [e.data.currency] : []));
    expect(new Set(money).size).toBeGreaterThanOrEqual(6);
    expect(new Set(sample.profiles.map((p) => p.profile.timezone)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(sample.events.map((e) => e.type)).size).toBeGreaterThanOrEqual(25);
    const by = new Set(sample.events.map((e) => e.by));
    for (const name of ['Lea Manalo', 'Jun Abad', 'Tess Villanueva', 'Newsletter'])
      expect(by).toContain(name);
    expect(sample.profiles.filter((p) => p.profile.account).length).toBeGreaterThan(40);
  });

  it('keeps people’s hours: what happened days ago happened between 8 and 20 o’clock where they live', () => {
    const zone = new Map(sample.profiles.map((p) => [p.id, p.profile.timezone ?? 'UTC']));
    const clocks = new Map<string, Intl.DateTimeFormat>();
    const late = sample.events.filter((e) => {
      if (now - e.at < 4 * 86_400_000) return false;
      const timeZone = zone.get(e.subject) ?? 'UTC';
      const clock =
        clocks.get(timeZone) ??
        new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
      clocks.set(timeZone, clock);
      const hour = Number(clock.format(e.at));
      // Summer time moves them by an hour; beats that follow one another may run on a little.
      return hour < 7 || hour > 22;
    });
    expect(late).toEqual([]);
  });
});

describe('the sample inbox', () => {
  const inbox = sample.conversations.filter((c) => c.folder === 'inbox');
  const addresses = new Set(sample.profiles.flatMap((p) => p.profile.addresses));
  it('has about forty mails, newest first, and a few that were sent', () => {
    expect(inbox).toHaveLength(40);
    expect(sample.conversations.length - inbox.length).toBeGreaterThanOrEqual(4);
    expect(sample.conversations.map((c) => c.at)).toEqual(
      sample.conversations.map((c) => c.at).sort((a, b) => b - a),
    );
    expect(new Set(sample.conversations.map((c) => c.id)).size).toBe(sample.conversations.length);
  });
  it('has a stranger, a name that claims another address, and several people in one mail', () => {
    expect(inbox.filter((c) => !addresses.has(c.from.address)).map((c) => c.id)).toContain('m-stranger');
    const liar = inbox.find((c) => c.from.name.includes('@'));
    expect(addresses.has(liar?.from.name ?? '')).toBe(true);
    expect(addresses.has(liar?.from.address ?? '')).toBe(false);
    const crowd = inbox.find((c) => c.to.length + (c.cc?.length ?? 0) >= 3);
    expect(crowd).toBeDefined();
  });
  it('has right-to-left mails', () => {
    expect(inbox.filter((c) => /^\p{Script=Arabic}/u.test(c.text)).length).toBeGreaterThanOrEqual(2);
  });
});
