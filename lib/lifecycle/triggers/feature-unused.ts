import { DAY } from '../../contract/primitives.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** A report speaks of the 28 days before it, and for so long it is news. */
const SPEAKS_OF = 28 * DAY;
const FRESH = 35 * DAY;

/** The part that has rested longest, among those whose newest report says that it was not used at all. */
const unused = ({ features, now }: Scene) =>
  features
    .filter(({ count, at }) => count === 0 && now - at <= FRESH)
    .sort((a, b) => a.at - b.at || (a.feature < b.feature ? -1 : 1))[0];

/** [T29] A part of what they have was not used for so long. */
export const featureUnused: TriggerRule<'feature-unused'> = {
  fires: ({ days }, scene) => {
    const found = unused(scene);
    if (!found) return null;
    const began = found.at - SPEAKS_OF;
    const since = began + days * DAY;
    if (scene.now < since) return null;
    return {
      since: Math.max(since, found.at),
      ref: `${found.feature}@${found.at}`,
      because: {
        code: 'trigger-feature-unused',
        values: { feature: found.feature, n: Math.floor((scene.now - began) / DAY) },
      },
    };
  },
  next: ({ days }, scene) => {
    const found = unused(scene);
    const at = found ? found.at - SPEAKS_OF + days * DAY : null;
    // By then the report would be too old to say so.
    return found && at !== null && at <= found.at + FRESH ? ahead(at, scene.now) : null;
  },
};
