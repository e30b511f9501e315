import { type Play, playKinds } from '../contract/playbook.ts';
import { type Desk, makeDesk } from './desk.ts';
import { FOLD_VERSION } from './fold.ts';
import type { Candidate } from './guards/guard.ts';
import { blockedBy } from './guards/index.ts';
import { hash } from './mark.ts';
import { readView } from './read.ts';
import { fatigue, score, situation, WAIT_SCORE } from './score.ts';
import { RULES_VERSION } from './stages/index.ts';
import { fires } from './triggers/index.ts';
import type { Scene } from './triggers/trigger.ts';
import type { Card, Decide, Hidden } from './types.ts';
import { makeView } from './view.ts';
import { waiting } from './wait.ts';

/** [D10] Beside the top card, at most so many others, each within this share of its score. */
const OTHERS = 2;
const NEAR = 0.7;

/**
 * [D0] The suggestion for one customer at `now` (milliseconds). Pure: the same customer, playbook and time give
 * the same decision on every machine. Never throws on facts and playbooks that their schemas accept.
 */
export const decide: Decide = (subject, playbook, now) => {
  const view = makeView(subject, playbook, now);
  const reading = readView(view);
  const scene: Scene = { ...view, reading };
  const desk = makeDesk(playbook, view);
  const shared = { situation: situation(scene), fatigue: fatigue(desk, now) };

  const open: Card[] = [];
  const hidden: Hidden[] = [];
  for (const candidate of candidates(scene, desk)) {
    const { play, fired, key } = candidate;
    const card: Card = {
      play,
      key,
      ...score(play, fired, scene, desk, shared),
      because: fired.because,
      since: fired.since,
      ...(fired.until !== undefined && { expiresAt: fired.until }),
    };
    const blocked = blockedBy(candidate, scene, desk);
    if (blocked) hidden.push({ card, blocked });
    else open.push(card);
  }

  const better = ranking(subject.id);
  // What is done for its reason is no loss to anybody: it comes last.
  hidden.sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || better(a.card, b.card));
  const shown = open.filter((card) => card.score > WAIT_SCORE).sort(better);
  const top = shown[0] ?? null;
  return {
    customer: subject.id,
    at: now,
    reading,
    top,
    others: top
      ? shown
          .slice(1)
          .filter((card) => card.score >= NEAR * top.score)
          .slice(0, OTHERS)
      : [],
    wait: waiting(scene, desk, hidden),
    hidden,
    versions: { fold: FOLD_VERSION, rules: RULES_VERSION, playbook: playbook.version },
  };
};

const isDone = ({ blocked }: Hidden): boolean => blocked.because.code === 'guard-g10-done';

/** The plays of this stage that fire, each for the first of its triggers that does; one for each key [G10]. */
const candidates = (scene: Scene, desk: Desk): Candidate[] => {
  const found = new Map<string, Candidate>();
  for (const play of desk.playbook.plays) {
    if (!isFor(play, scene)) continue;
    for (const trigger of play.triggers) {
      const fired = fires(trigger, scene);
      if (!fired) continue;
      const key = `${scene.id}/${play.id}/${trigger.on}:${fired.ref ?? fired.since}`;
      if (!found.has(key)) found.set(key, { play, on: trigger.on, fired, key });
      break;
    }
  }
  return [...found.values()];
};

const isFor = (play: Play, { reading }: Scene): boolean =>
  play.stages.includes(reading.stage.stage) &&
  (play.minHealth === undefined || (reading.health.score !== null && reading.health.score >= play.minHealth));

/** [D11] By score; then care before commercial, the older reason, and a hash that every machine agrees on. */
const ranking =
  (customer: string) =>
  (a: Card, b: Card): number => {
    const gap = b.score - a.score;
    if (Math.abs(gap) > 1e-9) return gap;
    return (
      playKinds.indexOf(a.play.kind) - playKinds.indexOf(b.play.kind) ||
      a.since - b.since ||
      hash(`${customer}/${a.play.id}`) - hash(`${customer}/${b.play.id}`)
    );
  };
