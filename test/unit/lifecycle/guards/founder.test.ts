import { describe, expect, it } from 'vitest';
import type { Persona } from '#lib/contract/persona.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { NOW, order, person } from '../people.ts';
import { blocked, care, offer } from './plays.ts';

const founder = { ...care, id: 'founder_hello', audience: 'founder' as const };
const persona = (rules: Persona['rules']): Persona => ({
  id: 'regular',
  name: 'Regular Rita',
  story: '',
  rules,
  reviewedAt: NOW,
});

describe('[G7] a founder’s time', () => {
  it('is never given by a persona that is recognised by what somebody spends', () => {
    const play = { ...founder, personas: ['regular'] };
    const spender = persona([{ of: 'spend', currency: 'EUR', atLeast: 10 }]);
    const bought = [order(40, { total: 90, currency: 'EUR' })];
    expect(blocked(play, bought, { playbook: { personas: [spender] } })).toEqual({
      guard: 'G7',
      until: null,
      because: { code: 'guard-g7', values: { persona: 'Regular Rita' } },
    });
    const buyer = persona([{ of: 'orders', atLeast: 1 }]);
    expect(blocked(play, bought, { playbook: { personas: [buyer] } })).toBeNull();
    // A rep's play may.
    expect(blocked({ ...play, audience: 'rep' }, bought, { playbook: { personas: [spender] } })).toBeNull();
  });

  it('scores the same whatever they spent: V is 1, for care as for an offer', () => {
    const plays = [founder, { ...offer, id: 'founder_offer', audience: 'founder' as const }].map((play) => ({
      ...play,
      triggers: [{ on: 'order-count' as const, count: 1, from: 15, to: 60 }],
    }));
    const scores = (total: number) => {
      const bought = order(40, { total, currency: 'EUR' });
      const { top, others } = decide(person([bought]), { ...defaultPlaybook, plays }, NOW + DAY);
      return [top, ...others].map((card) => [
        card?.score,
        card?.factors.find(({ id }) => id === 'V')?.value,
        card?.factors.find(({ id }) => id === 'V')?.because[0]?.code,
      ]);
    };
    expect(scores(5)).toEqual([
      [50, 1, 'factor-founder'],
      [50, 1, 'factor-founder'],
    ]);
    expect(scores(50_000)).toEqual(scores(5));
  });
});
