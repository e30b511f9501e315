import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { BgNbd } from '#lib/contract/value.ts';
import { read } from '#lib/lifecycle/read.ts';
import { CDNOW } from '#lib/lifecycle/value/bg-nbd.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { say } from '../rows/scene.ts';
import { NOW, order, person, wrote } from './people.ts';
import { published } from './value/value-of.ts';

const withModel = (bgnbd: BgNbd): Playbook => ({ ...defaultPlaybook, model: { ...published, bgnbd } });
const readBy = (events: SukiEvent[], playbook: Playbook) => read(person(events), playbook, NOW);

/** Customers who order about twice a year, and of whom hardly one leaves: half a year without a word is nothing. */
const patient = withModel({ r: 2, alpha: 52, a: 0.2, b: 4 });
/** Customers who order every week until they leave. */
const hasty = withModel({ r: 4, alpha: 4, a: 1, b: 2 });

const quiet = [order(213)];

describe('what the workspace’s own orders say about customers in general', () => {
  it('[ST7] [V1] keeps somebody who is silent as long as an order is still to be expected of them', () => {
    expect(readBy(quiet, defaultPlaybook).stage.stage).toBe('lapsed');
    expect(readBy(quiet, patient).stage.stage).not.toBe('lapsed');
    expect(readBy(quiet, patient).status.status).not.toBe('lost');
  });

  it('[S4] [V1] then an order after the silence is no coming back', () => {
    const again = [order(230), order(5)];
    expect(readBy(again, defaultPlaybook).status.status).toBe('returned');
    expect(readBy(again, patient).status.status).not.toBe('returned');
  });

  it('[H3] [V1] sets the pace against which their recency is measured', () => {
    const events = [order(150), order(120), order(90), order(60), wrote(2)];
    const recency = (playbook: Playbook) =>
      readBy(events, playbook).health.measures.find(({ id }) => id === 'recency')?.x ?? null;
    const [usual, slow, fast] = [recency(defaultPlaybook), recency(patient), recency(hasty)];
    expect(slow).toBeGreaterThan(usual ?? 100);
    expect(fast).toBeLessThan(usual ?? 0);
  });

  it('[V1] [V7] is the published one as long as there is none, and the words stay the same', () => {
    expect(readBy(quiet, withModel(CDNOW))).toEqual(readBy(quiet, defaultPlaybook));
    const [because] = readBy(quiet, withModel(CDNOW)).stage.because;
    expect(because && say(because)).toBe('One order, quiet for 7 months (about 1 in 7 return)');
  });
});
