import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { lastAt } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** The days before the card on file runs out. Without a date: from when we were told. Null: there is another card. */
const window = ({ days }: Extract<Trigger, { on: 'card-expiring' }>, scene: Scene) => {
  const told = scene.facts.recent.billing.find(({ type }) => type === 'Payment Method Expiring');
  if (!told || (lastAt(scene, 'Payment Method Updated') ?? 0) > told.at) return null;
  const { expiresAt } = told.d;
  return typeof expiresAt === 'number'
    ? { since: Math.max(told.at, expiresAt - days * DAY), until: expiresAt, expiresAt }
    : { since: told.at, until: told.at + days * DAY, expiresAt: null };
};

/** [T37] The card on file runs out within so many days, and nobody has put in another. */
export const cardExpiring: TriggerRule<'card-expiring'> = {
  fires: (trigger, scene) => {
    const found = window(trigger, scene);
    if (!found || scene.now < found.since || scene.now > found.until) return null;
    const { since, until, expiresAt } = found;
    return {
      since,
      until,
      ref: `card@${until}`,
      because:
        expiresAt === null
          ? { code: 'trigger-card-expiring', values: {} }
          : { code: 'trigger-card-expires', values: { expiresAt } },
    };
  },
  next: (trigger, scene) => {
    const found = window(trigger, scene);
    return ahead(found && found.since < found.until ? found.since : null, scene.now);
  },
};
