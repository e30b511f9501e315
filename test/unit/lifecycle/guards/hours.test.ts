import { describe, expect, it } from 'vitest';
import { HOUR } from '#lib/contract/primitives.ts';
import { wrote } from '../people.ts';
import { blocked, care, mends, offer, reply } from './plays.ts';

const utc = (iso: string) => Date.parse(iso);
const manila = { profile: { timezone: 'Asia/Manila' } };

describe('[G6] their own working hours', () => {
  it('[R0-26] at 20:00 their time puts it off until tomorrow 09:00, whatever our clock says', () => {
    // Thursday, 3 December 2026: 20:00 in Manila is noon in UTC.
    const now = utc('2026-12-03T12:00:00Z');
    expect(blocked(care, [], { ...manila, now })).toEqual({
      guard: 'G6',
      until: utc('2026-12-04T01:00:00Z'),
      because: { code: 'guard-g6', values: { from: '09:00', to: '18:00' } },
    });
  });

  it('on Friday evening waits for Monday morning, and so on Saturday and Sunday', () => {
    const monday = utc('2026-12-07T01:00:00Z');
    for (const now of ['2026-12-04T12:00:00Z', '2026-12-05T04:00:00Z', '2026-12-06T23:00:00Z'])
      expect(blocked(care, [], { ...manila, now: utc(now) })?.until, now).toBe(monday);
  });

  it('is open from the first minute to the last', () => {
    const open = (iso: string) => blocked(care, [], { ...manila, now: utc(iso) }) === null;
    expect(open('2026-12-03T00:59:59.999Z')).toBe(false);
    expect(open('2026-12-03T01:00:00Z')).toBe(true);
    expect(open('2026-12-03T09:59:59.999Z')).toBe(true);
    expect(open('2026-12-03T10:00:00Z')).toBe(false);
  });

  it('before nine names nine of the same day', () => {
    expect(blocked(care, [], { ...manila, now: utc('2026-12-02T23:00:00Z') })?.until).toBe(
      utc('2026-12-03T01:00:00Z'),
    );
  });

  it('keeps to the wall clock when clocks change in between', () => {
    // Clocks go forward on Sunday, 28 March 2027, and back on Sunday, 31 October 2027, in Warsaw.
    const warsaw = { profile: { timezone: 'Europe/Warsaw' } };
    expect(blocked(care, [], { ...warsaw, now: utc('2027-03-26T19:00:00Z') })?.until).toBe(
      utc('2027-03-29T07:00:00Z'),
    );
    expect(blocked(care, [], { ...warsaw, now: utc('2027-10-29T18:00:00Z') })?.until).toBe(
      utc('2027-11-01T08:00:00Z'),
    );
  });

  it('steps aside for an hour after they wrote', () => {
    const now = utc('2026-12-04T12:00:00Z');
    const half = wrote(0.5 / 24);
    expect(blocked(care, [half], { ...manila, now })).toBeNull();
    expect(blocked(care, [half], { ...manila, now: now + HOUR })?.guard).toBe('G6');
  });

  it('never holds back a reply or what mends', () => {
    const now = utc('2026-12-05T04:00:00Z');
    for (const play of [reply, mends]) expect(blocked(play, [], { ...manila, now })).toBeNull();
    expect(blocked(offer, [], { ...manila, now })?.guard).toBe('G13');
  });

  it('guesses nobody’s clock: theirs, else the team’s, else none; a name that there is not is none', () => {
    const now = utc('2026-12-05T04:00:00Z');
    expect(blocked(care, [], { now })).toBeNull();
    expect(blocked(care, [], { now, profile: { timezone: 'Mars/Olympus' } })).toBeNull();
    const team = { policy: { timezone: 'Asia/Manila' } };
    expect(blocked(care, [], { now, ...team })?.guard).toBe('G6');
    expect(blocked(care, [], { now, ...team, profile: { timezone: 'Mars/Olympus' } })?.guard).toBe('G6');
  });

  it('goes by the hours of the policy, halves included', () => {
    const half = { ...manila, policy: { g6Hours: { from: 9.5, to: 12 } } };
    const wait = blocked(care, [], { ...half, now: utc('2026-12-03T01:00:00Z') });
    expect(wait).toMatchObject({
      until: utc('2026-12-03T01:30:00Z'),
      because: { values: { from: '09:30', to: '12:00' } },
    });
  });
});
