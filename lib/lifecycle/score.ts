import type { Play, Playbook } from '../contract/playbook.ts';
import { DAY } from '../contract/primitives.ts';
import { type Desk, isCommercial, within } from './desk.ts';
import { answers } from './outcomes.ts';
import type { Fired, Scene } from './triggers/trigger.ts';
import type { Because, Card, Factor } from './types.ts';
import { worthPercentile } from './value/read-value.ts';
import { daysSince, wholeDays } from './view.ts';

/** [D2] How many answers the prior counts for. */
const KAPPA = 20;
/** [D9] What doing nothing scores. */
export const WAIT_SCORE = 10;

/** [D2] Of some plays an answer says nothing about how good they were: they keep their prior. */
const unlearned = { n: 0, s: 0 };

const percent = (share: number): number => Math.round(share * 100);

/** [D2] p: how often the team said that it helped, (s + κ·p0) / (n + κ). */
const helpfulness = (
  play: Play,
  playbook: Playbook,
  scene: Scene,
): { factor: Factor; origin: Card['origin'] } => {
  const { n, s } =
    play.learns === false ? unlearned : answers(playbook.outcomes, play.id, scene.reading.stage.stage);
  const value = (s + KAPPA * play.prior) / (n + KAPPA);
  // "Learned" once the answers outweigh the rule they started from.
  const learned = n >= KAPPA;
  const because: Because =
    n === 0
      ? { code: 'factor-p-rule', values: { percent: percent(value) } }
      : { code: 'factor-p-answers', values: { n, s, percent: percent(value) } };
  return {
    factor: { id: 'p', value, because: [because] },
    origin: learned ? { by: 'learned', n } : { by: 'rule' },
  };
};

type Bonus = { add: number; because: Because };

/** [D3] What the customer's situation adds, for every play alike. Worked out once for a decision. */
const situation = (scene: Scene): Bonus[] => {
  const found: Bonus[] = [];
  if (scene.openComplaint) found.push({ add: 0.8, because: { code: 'context-complaint', values: {} } });
  if (scene.heardAt !== null && daysSince(scene, scene.heardAt) < 1)
    found.push({ add: 0.5, because: { code: 'context-wrote', values: { heardAt: scene.heardAt } } });
  const signs = scene.reading.signs.length;
  if (signs >= 2) found.push({ add: 0.5, because: { code: 'context-signs', values: { n: signs } } });
  const { renewsAt } = scene.subscription;
  if (renewsAt !== null && renewsAt >= scene.now && renewsAt - scene.now <= 14 * DAY)
    found.push({ add: 0.3, because: { code: 'context-renewal', values: { renewsAt } } });
  if (scene.reading.status.status === 'cooling')
    found.push({ add: 0.2, because: { code: 'context-cooling', values: {} } });
  return found;
};

/** [D3] C: clamp(1 + Σ bonuses, 0.25, 3). */
const context = (play: Play, scene: Scene, shared: readonly Bonus[]): Factor => {
  let sum = 1;
  const because: Because[] = [];
  for (const bonus of shared) {
    sum += bonus.add;
    because.push(bonus.because);
  }
  if (isCommercial(play) && scene.reading.status.status === 'strained') {
    sum -= 0.75;
    because.push({ code: 'context-strained', values: {} });
  }
  const badly = scene.facts.recent.actions.find(
    ({ type, d, at }) => type === 'Action Unhelpful' && d.play === play.id && daysSince(scene, at) <= 60,
  );
  if (badly) {
    sum -= 0.25;
    because.push({ code: 'context-went-badly', values: { saidAt: badly.at } });
  }
  if (because.length === 0) because.push({ code: 'context-plain', values: {} });
  return { id: 'C', value: Math.min(3, Math.max(0.25, sum)), because };
};

/** [D4] U: a window rises from 1 to 1.5 in its middle and falls to 0; an issue rises to 1.5 in 3.5 days and stays. */
const urgency = (play: Play, fired: Fired, scene: Scene): Factor => {
  if (play.urgency === 'issue') {
    const days = daysSince(scene, fired.since);
    const because: Because = { code: 'factor-issue', values: { n: wholeDays(scene, fired.since) } };
    return { id: 'U', value: 1 + 0.5 * Math.min(1, days / 3.5), because: [because] };
  }
  if (play.urgency === 'window' && fired.until !== undefined && fired.until > fired.since) {
    const part = Math.min(1, Math.max(0, (scene.now - fired.since) / (fired.until - fired.since)));
    const value = part <= 0.5 ? 1 + part : 3 * (1 - part);
    const n = Math.max(0, Math.ceil((fired.until - scene.now) / DAY));
    return { id: 'U', value, because: [{ code: 'factor-window', values: { n } }] };
  }
  return { id: 'U', value: 1, because: [{ code: 'factor-no-hurry', values: {} }] };
};

/**
 * [D5] V: 0.8..1.2, so that money moves a score by a fifth at most. Care counts by how much it is for them; what is
 * commercial by where their expected year stands among all customers, and where that is not known it is the middle. In a
 * founder's play [G7] it is 1 always.
 */
const worth = (play: Play, place: () => number | null): Factor => {
  const factor = (value: number, because: Because): Factor => ({ id: 'V', value, because: [because] });
  if (play.audience === 'founder') return factor(1, { code: 'factor-founder', values: {} });
  if (!isCommercial(play))
    return factor(0.8 + 0.4 * play.care, { code: 'factor-care', values: { percent: percent(play.care) } });
  const at = place();
  return at === null
    ? factor(1, { code: 'factor-value-unknown', values: {} })
    : factor(0.8 + 0.4 * at, { code: 'factor-value', values: { percent: percent(at) } });
};

/** [D6] L: the lead's lever. */
const lever = (play: Play, playbook: Playbook): Factor => {
  const value = Math.min(2, Math.max(0.5, playbook.policy.levers[play.id] ?? 1));
  const because: Because =
    value === 1
      ? { code: 'factor-lever-none', values: {} }
      : { code: 'factor-lever', values: { times: value } };
  return { id: 'L', value, because: [because] };
};

/** [D7] F: 1 / (1 + proactive contacts in the last 30 days / 2). The same for every play. */
const fatigue = (desk: Desk, now: number): Factor => {
  const n = within(desk, now, 30).length;
  const because: Because =
    n === 0 ? { code: 'factor-rested', values: {} } : { code: 'factor-contacts', values: { n } };
  return { id: 'F', value: 1 / (1 + n / 2), because: [because] };
};

/** What is the same for all plays of a decision. `place` is worked out when the first commercial play asks for it. */
export type Shared = { situation: readonly Bonus[]; fatigue: Factor; place: () => number | null };

export const sharedBy = (scene: Scene, desk: Desk): Shared => {
  let known: { at: number | null } | null = null;
  return {
    situation: situation(scene),
    fatigue: fatigue(desk, scene.now),
    place: () => {
      known ??= { at: worthPercentile(scene) };
      return known.at;
    },
  };
};

/** [D1] The six factors of a play; score = 100 · their product. */
export const score = (
  play: Play,
  fired: Fired,
  scene: Scene,
  desk: Desk,
  shared: Shared,
): Pick<Card, 'score' | 'factors' | 'main' | 'origin'> => {
  const { factor: p, origin } = helpfulness(play, desk.playbook, scene);
  const factors = [
    p,
    context(play, scene, shared.situation),
    urgency(play, fired, scene),
    worth(play, shared.place),
    lever(play, desk.playbook),
    shared.fatigue,
  ];
  return { score: 100 * product(factors), factors, main: mainOf(factors, p), origin };
};

const product = (factors: readonly Factor[]): number => {
  let all = 1;
  for (const factor of factors) all *= factor.value;
  return all;
};

/** [D8] The factor that moves the score most, up or down: ln score = Σ ln factor. */
const mainOf = (factors: readonly Factor[], first: Factor): Factor => {
  let main = first;
  let most = -1;
  for (const factor of factors) {
    const pull = Math.abs(Math.log(factor.value));
    if (pull > most) {
      most = pull;
      main = factor;
    }
  }
  return main;
};
