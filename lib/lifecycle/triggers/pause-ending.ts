import { DAY } from '../../contract/primitives.ts';
import { calendarDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule, windowAfter } from './trigger.ts';

/** When the newest pause ends or ended: by their resuming, or by the date that was named. */
const backAt = ({ facts: { recent } }: Scene): { at: number; resumed: boolean } | null => {
  const paused = recent.subscription.find((stub) => stub.type === 'Subscription Paused');
  if (!paused) return null;
  const resumed = recent.subscription.find((stub) => stub.type === 'Subscription Resumed');
  const cancelled = recent.subscription.find((stub) => stub.type === 'Subscription Cancelled');
  if (cancelled && cancelled.at > paused.at) return null;
  if (resumed && resumed.at > paused.at) return { at: resumed.at, resumed: true };
  return typeof paused.d.until === 'number' ? { at: paused.d.until, resumed: false } : null;
};

/** [T15] They are back since at most so many days. Before that they are left in peace [G12]. */
export const pauseEnding: TriggerRule<'pause-ending'> = {
  fires: ({ days }, scene) => {
    const back = backAt(scene);
    const window = back && windowAfter(back.at, 0, days * DAY, scene.now);
    if (!back || !window) return null;
    const values = { backAt: back.at, n: calendarDays(scene, back.at) };
    return {
      ...window,
      ref: `back@${back.at}`,
      // A date that went by says that the break is over, not that they did anything.
      because: { code: back.resumed ? 'trigger-pause-ended' : 'trigger-pause-over', values },
    };
  },
  next: (_, scene) => ahead(backAt(scene)?.at ?? null, scene.now),
};
