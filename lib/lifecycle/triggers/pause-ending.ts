import { DAY } from '../../contract/primitives.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** When the newest pause ends or ended: by their resuming, or by the date that was named. */
const backAt = ({ facts: { recent } }: Scene): number | null => {
  const paused = recent.subscription.find((stub) => stub.type === 'Subscription Paused');
  if (!paused) return null;
  const resumed = recent.subscription.find((stub) => stub.type === 'Subscription Resumed');
  const cancelled = recent.subscription.find((stub) => stub.type === 'Subscription Cancelled');
  if (cancelled && cancelled.at > paused.at) return null;
  if (resumed && resumed.at > paused.at) return resumed.at;
  return typeof paused.d.until === 'number' ? paused.d.until : null;
};

/** [T15] They come back within so many days, or came back this long ago. */
export const pauseEnding: TriggerRule<'pause-ending'> = {
  fires: ({ days }, scene) => {
    const back = backAt(scene);
    if (back === null || Math.abs(scene.now - back) > days * DAY) return null;
    return {
      since: back - days * DAY,
      until: back + days * DAY,
      ref: `back@${back}`,
      because:
        scene.now < back
          ? { code: 'trigger-pause-ending', values: { backAt: back } }
          : { code: 'trigger-pause-ended', values: { backAt: back } },
    };
  },
  next: ({ days }, scene) => {
    const back = backAt(scene);
    return ahead(back === null ? null : back - days * DAY, scene.now);
  },
};
