import { describe, expect, it } from 'vitest';
import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Persona, PersonaRule } from '#lib/contract/persona.ts';
import { read } from '#lib/lifecycle/read.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { daysAgo, event, NOW, order, person } from './people.ts';

const persona = (id: string, ...rules: PersonaRule[]): Persona => ({
  id,
  name: `The ${id}`,
  story: '',
  rules,
  reviewedAt: daysAgo(10),
});
const match = (personas: Persona[], events: SukiEvent[], more: Partial<Profile> = {}) =>
  read(person(events, more), { ...defaultPlaybook, personas }, NOW).persona;
const regular = persona(
  'regular',
  { of: 'orders', atLeast: 3 },
  { of: 'rhythm', atMostDays: 40 },
  { of: 'spend', currency: 'EUR', atLeast: 100 },
  { of: 'company', known: true },
);
const monthly = [65, 35, 5].map((days) => order(days, { total: 50, currency: 'EUR' }));

describe('personas', () => {
  it('[PE1] [R1-12] three rules of four are 75 %', () => {
    expect(match([regular], monthly)).toEqual({
      persona: 'regular',
      name: 'The regular',
      percent: 75,
      met: 3,
      of: 4,
      set: null,
    });
  });

  it('[PE1] shows the one that fits best, and of equal ones the first', () => {
    const loose = persona('loose', { of: 'orders', atLeast: 1 }, { of: 'account', is: true });
    const other = persona('other', { of: 'orders', atLeast: 1 }, { of: 'account', is: true });
    expect(match([loose, regular], monthly)?.persona).toBe('regular');
    expect(match([loose, other], monthly)?.persona).toBe('loose');
    expect(match([persona('never', { of: 'tag', is: 'press' })], monthly)).toBeNull();
    expect(match([], monthly)).toBeNull();
  });

  it('[PE1] [R4-12] set by hand wins, with how well it fitted then and how well it does now', () => {
    const set = event('Persona Set', daysAgo(200), { persona: 'buyer', percent: 80 });
    const buyer = persona('buyer', { of: 'account', is: true }, { of: 'orders', atLeast: 1 });
    expect(match([regular, buyer], [...monthly, set])).toMatchObject({
      persona: 'buyer',
      percent: 50,
      set: { at: daysAgo(200), percent: 80 },
    });
    const cleared = event('Persona Cleared', daysAgo(1), {});
    expect(match([regular, buyer], [...monthly, set, cleared])).toMatchObject({
      persona: 'regular',
      set: null,
    });
    // One that the team has taken away fits nobody.
    expect(match([regular], [...monthly, set])?.persona).toBe('regular');
  });

  const rules: [PersonaRule, Partial<Profile>, Partial<Profile>][] = [
    [{ of: 'title', includes: 'head of' }, { title: 'Head of Sales' }, { title: 'Clerk' }],
    [{ of: 'company', known: true }, { company: 'Acme' }, { company: ' ' }],
    [{ of: 'account', is: true }, { account: true }, {}],
    [{ of: 'tag', is: 'VIP' }, { tags: ['vip'] }, { tags: ['vips'] }],
    [{ of: 'locale', begins: 'th' }, { locale: 'th-TH' }, { locale: 'en-TH' }],
    [{ of: 'source', includes: 'review' }, { source: 'A review by Ben' }, {}],
  ];
  it.each(rules)('[PE1] sees from the profile whether %o is met', (rule, yes, no) => {
    expect(match([persona('p', rule)], [], yes)?.percent).toBe(100);
    expect(match([persona('p', rule)], [], no)).toBeNull();
  });

  const asked = (n: number) =>
    Array.from({ length: n }, (_, i) => event('Question Asked', daysAgo(i + 1), { ref: `q${i}` }));
  const acts: [PersonaRule, SukiEvent[], SukiEvent[]][] = [
    [{ of: 'stage', in: ['engage'] }, [order(3)], []],
    [{ of: 'orders', atLeast: 1, atMost: 2 }, [order(3)], monthly],
    [{ of: 'subscription', active: true }, [event('Subscription Started', daysAgo(9), {})], [order(3)]],
    [{ of: 'asks', atLeast: 2 }, asked(2), asked(1)],
    [{ of: 'spend', currency: 'USD', atLeast: 1 }, [order(3, { total: 2, currency: 'USD' })], monthly],
  ];
  it.each(acts)('[PE1] sees from what they did whether %o is met', (rule, yes, no) => {
    expect(match([persona('p', rule)], yes)?.percent).toBe(100);
    expect(match([persona('p', rule)], no)).toBeNull();
  });
});
