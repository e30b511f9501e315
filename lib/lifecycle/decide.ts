import { playKinds } from '../contract/playbook.ts';
import { toAsk } from './ask.ts';
import { type Desk, makeDesk } from './desk.ts';
import { explore } from './explore.ts';
import { FOLD_VERSION } from './fold.ts';
import type { Candidate } from './guards/guard.ts';
import { blockedBy } from './guards/index.ts';
import { hash } from './mark.ts';
import { indexOf } from './play-index.ts';
import { readView } from './read.ts';
import { score, sharedBy, WAIT_SCORE } from './score.ts';
import { RULES_VERSION } from './stages/index.ts';
import { suits } from './suits.ts';
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
  const scene: Scene = Object.assign(view, { reading });
  const desk = makeDesk(playbook, view);
  const shared = sharedBy(scene, desk);

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
      ...snoozes(play.id, scene),
    };
    const blocked = blockedBy(candidate, scene, desk);
    if (blocked) hidden.push({ card, blocked });
    else open.push(card);
  }

  const better = ranking(subject.id);
  // What is done for its reason is no loss to anybody: it comes last.
  hidden.sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || better(a.card, b.card));
  const worth = open.filter((card) => card.score > WAIT_SCORE).sort(better);
  const { ranked, propensity } = explore(worth, subject.id, now);
  const [top = null, ...after] = ranked;
  const others = top ? after.filter((card) => card.score >= NEAR * top.score).slice(0, OTHERS) : [];
  return {
    customer: subject.id,
    at: now,
    reading,
    top,
    others,
    rest: open.filter((card) => card !== top && !others.includes(card)).sort(better),
    wait: waiting(scene, desk, hidden),
    hidden,
    ask: toAsk(scene, desk),
    propensity,
    versions: { fold: FOLD_VERSION, rules: RULES_VERSION, playbook: playbook.version },
  };
};

/** What was done for its reason, or for good, is over; it is no more than a note. */
const isDone = ({ blocked: { because } }: Hidden): boolean =>
  because.code === 'guard-g10-done' || because.code === 'guard-g10-once';

/** [G9] From this many on, it is better to ask whether it should ever come back. */
const MANY_SNOOZES = 3;

const snoozes = (play: string, { facts }: Scene): Pick<Card, 'snoozed'> => {
  const stub = facts.recent.actions.find(({ type, d }) => type === 'Action Snoozed' && d.play === play);
  const n = typeof stub?.d.n === 'number' ? stub.d.n : 0;
  return n >= MANY_SNOOZES ? { snoozed: n } : {};
};

/** [G10] The plays of this stage that fire, each for the first of its triggers that does, and so once. */
const candidates = (scene: Scene, desk: Desk): Candidate[] => {
  const found: Candidate[] = [];
  for (const play of indexOf(desk.playbook.plays).byStage[scene.reading.stage.stage]) {
    if (!suits(play, scene)) continue;
    for (const trigger of play.triggers) {
      const fired = fires(trigger, scene);
      if (!fired) continue;
      const key = `${scene.id}/${play.id}/${trigger.on}:${fired.ref ?? fired.since}`;
      found.push({ play, on: trigger.on, fired, key });
      break;
    }
  }
  return found;
};

/** [D11] By score; then care before commercial, the older reason, and a hash that every machine agrees on. */
const ranking =
  (customer: string) =>
  (a: Card, b: Card): number => {
    // Products of the same factors may differ in their last digit.
    const gap = Math.round(b.score * 1e6) - Math.round(a.score * 1e6);
    return (
      gap ||
      playKinds.indexOf(a.play.kind) - playKinds.indexOf(b.play.kind) ||
      a.since - b.since ||
      hash(`${customer}/${a.play.id}`) - hash(`${customer}/${b.play.id}`)
    );
  };
