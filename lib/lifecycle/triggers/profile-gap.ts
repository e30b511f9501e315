import { profileParts } from '../../contract/events.ts';
import type { TriggerRule } from './trigger.ts';

/** [T23] Some of the three parts of their profile are known, and not all. It asks for one, the first that is missing. */
export const profileGap: TriggerRule<'profile-gap'> = {
  fires: ({ atLeast }, scene) => {
    const missing = profileParts.filter((part) => scene.profileParts[part] === undefined);
    const n = profileParts.length - missing.length;
    const [part] = missing;
    if (part === undefined || n < atLeast || !scene.known) return null;
    let since = scene.firstSeenAt;
    for (const known of profileParts) since = Math.max(since, scene.profileParts[known] ?? 0);
    return {
      since,
      ref: part,
      because: { code: 'trigger-profile-gap', values: { n, of: profileParts.length, part } },
    };
  },
  next: () => null,
};
