import type { Play } from '../contract/playbook.ts';
import { DAY } from '../contract/primitives.ts';
import type { Scene } from './triggers/trigger.ts';
import { lastAt } from './view.ts';

/** A play for a persona is for those who fit it this well. */
const LEAST_MATCH = 60;
/** After so long getting started is behind them, whether or not anybody counted the steps. */
const SETTLED_AFTER = 30 * DAY;

type Condition = NonNullable<Play['only']>[number];

const isSettled = (scene: Scene): boolean => {
  if (!scene.bought) return false;
  if (scene.onboarding?.left === 0 || lastAt(scene, 'First Value Reached') !== null) return true;
  const began = scene.firstOrderAt ?? scene.subscription.startedAt;
  return began !== null && scene.now - began >= SETTLED_AFTER;
};

const conditions: Record<Condition, (scene: Scene) => boolean> = {
  account: ({ profile }) => profile.account === true,
  settled: isSettled,
  repeat: ({ orders, facts }) => orders >= 2 || facts.tally['Subscription Renewed'] !== undefined,
  'never-bought': ({ bought }) => !bought,
};

const fits = (personas: readonly string[], { reading: { persona } }: Scene): boolean =>
  persona !== null && persona.percent >= LEAST_MATCH && personas.includes(persona.persona);

/** [D13] Is this play of their stage for somebody like them at all? If not it is no candidate, and nothing is said about it. */
export const suits = (play: Play, scene: Scene): boolean => {
  const { health } = scene.reading;
  if (play.minHealth !== undefined && (health.score === null || health.score < play.minHealth)) return false;
  if (play.only && !play.only.every((condition) => conditions[condition](scene))) return false;
  return !play.personas?.length || fits(play.personas, scene);
};
