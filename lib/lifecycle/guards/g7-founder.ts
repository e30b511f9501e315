import type { Guard } from './guard.ts';

/**
 * [G7] A founder's time goes by who needs it, never by what somebody spends. V is 1 for a founder's play, and the queue
 * (founder-queue.ts) gives each third of the customers its places. What is left to a single card: it must not come about
 * by spend, through a persona that is recognised by it.
 */
export const g7: Guard = {
  id: 'G7',
  block: ({ play }, { reading, playbook }) => {
    if (play.audience !== 'founder' || !play.personas?.length) return null;
    const persona = playbook.personas.find(({ id }) => id === reading.persona?.persona);
    if (!persona?.rules.some(({ of }) => of === 'spend')) return null;
    return { guard: 'G7', until: null, because: { code: 'guard-g7', values: { persona: persona.name } } };
  },
};
