import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Persona } from '#lib/contract/persona.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { daysAgo, event, NOW, order } from '../people.ts';
import { fired, namesItsMoment, scene } from './fired.ts';

const asked = (days: number) => event('Question Asked', daysAgo(days), { ref: 'q' });
const answered = (days: number, fully: 'yes' | 'partly') =>
  event('Question Answered', daysAgo(days), { ref: 'q', fully });

describe('knowing them', () => {
  it('[T22] [R1-02] a question answered, and what they need is still unknown', () => {
    const trigger = { on: 'need-unknown', withinDays: 14 } as const;
    const story = [asked(5), answered(3, 'yes')];
    expect(fired(trigger, story)).toMatchObject({
      since: daysAgo(3),
      until: daysAgo(3) + 14 * DAY,
      because: { code: 'trigger-need-unknown', values: { n: 3, answeredAt: daysAgo(3) } },
    });
    expect(fired(trigger, [...story, event('Need Stated', daysAgo(2), {})])).toBeNull();
    expect(fired(trigger, [asked(5), answered(3, 'partly')])).toBeNull();
    expect(fired(trigger, [asked(30), answered(20, 'yes')])).toBeNull();
  });

  it('[T23] [R2-15] two of three parts of the profile known: asks for the one that is missing', () => {
    const trigger = { on: 'profile-gap', atLeast: 2 } as const;
    const noted = (part: 'demographic' | 'behavioural' | 'psychographic', days: number) =>
      event('Profile Noted', daysAgo(days), { part });
    const two = [noted('demographic', 9), noted('psychographic', 4)];
    expect(fired(trigger, two)).toMatchObject({
      since: daysAgo(4),
      because: { code: 'trigger-profile-gap', values: { n: 2, of: 3, part: 'behavioural' } },
    });
    expect(fired(trigger, two.slice(1))).toBeNull();
    expect(fired(trigger, [...two, noted('behavioural', 1)])).toBeNull();
    expect(fired({ ...trigger, atLeast: 0 }, [])).toBeNull();
  });

  it('[T24] [R4-12] a persona that fitted by 80 % when it was set and by 50 % now; or not looked at for 180 days', () => {
    const persona: Persona = {
      id: 'rita',
      name: 'Rita',
      story: '',
      rules: [
        { of: 'orders', atLeast: 1 },
        { of: 'orders', atLeast: 2 },
      ],
      reviewedAt: NOW,
    };
    const playbook = { personas: [persona] };
    const trigger = { on: 'persona-drift', points: 20, reviewDays: 180 } as const;
    const set = (days: number, percent: number) =>
      event('Persona Set', daysAgo(days), { persona: 'rita', percent });
    const story = (days: number, percent: number) => [order(200), set(days, percent)];
    expect(fired(trigger, story(9, 80), { playbook })?.because).toEqual({
      code: 'trigger-persona-drift',
      values: { persona: 'Rita', from: 80, percent: 50 },
    });
    expect(fired(trigger, story(9, 69), { playbook })).toBeNull();
    expect(fired(trigger, story(181, 50), { playbook })?.because).toMatchObject({
      code: 'trigger-persona-review',
      values: { n: 181 },
    });
    expect(namesItsMoment(trigger, story(179, 50), { playbook })).toBe(daysAgo(179) + 180 * DAY);
    expect(fired(trigger, [order(200)], { playbook })).toBeNull();
  });
});

describe('[T25] a sale to a company', () => {
  const account = { profile: { account: true } };
  const known = (item: 'metrics' | 'pain' | 'champion', days = 5) =>
    event('MEDDIC Noted', daysAgo(days), { item });
  const lead = (days: number, ...rest: SukiEvent[]) => [asked(days), answered(days - 1, 'yes'), ...rest];

  it('[R2-09] with 2 of 6 after 30 days asks for the economic buyer', () => {
    const trigger = { on: 'meddic', fromDays: 30, toDays: 60, has: ['metrics'], lacks: ['buyer'] } as const;
    const two = lead(31, known('metrics'), known('pain'));
    expect(scene(two, account).reading.stage.stage).toBe('educate');
    const asks = fired({ ...trigger, has: ['metrics'], lacks: ['buyer'] }, two, account);
    expect(asks?.because).toEqual({
      code: 'trigger-meddic',
      values: { n: 2, of: 6, days: 31, item: 'buyer' },
    });
    expect(fired({ ...trigger, has: ['champion'], lacks: ['buyer'] }, two, account)).toBeNull();
    expect(fired({ ...trigger, has: ['metrics'], lacks: ['pain'] }, two, account)).toBeNull();
    expect(fired({ ...trigger, has: [], lacks: [] }, two, {})).toBeNull();
  });

  it('[R2-09] [R2-10] with none of 6 after 45 days may let go', () => {
    const trigger = { on: 'meddic', fromDays: 45, toDays: 200, atMost: 0 } as const;
    expect(fired(trigger, lead(46), account)?.because).toMatchObject({ values: { n: 0, days: 46 } });
    expect(fired(trigger, lead(44), account)).toBeNull();
    expect(fired(trigger, lead(46, known('pain')), account)).toBeNull();
    expect(namesItsMoment(trigger, lead(44), account)).toBe(daysAgo(44) + 45 * DAY);
  });
});
