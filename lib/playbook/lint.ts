import type { Playbook } from '../contract/playbook.ts';
import type { Finding } from '../contract/playbook-edit.ts';
import { afterSaleShare } from './lint/after-sale-share.ts';
import { askingSellsNothing } from './lint/asking-sells-nothing.ts';
import { calmDunning } from './lint/calm-dunning.ts';
import { canFire } from './lint/can-fire.ts';
import { careOutnumbers } from './lint/care-outnumbers.ts';
import { characters } from './lint/characters.ts';
import { clock } from './lint/clock.ts';
import { duplicates } from './lint/duplicates.ts';
import { eventNames } from './lint/event-names.ts';
import { everyStage } from './lint/every-stage.ts';
import { knownIds } from './lint/known-ids.ts';
import { measurableStages } from './lint/measurable-stages.ts';
import { noRewardForReviews } from './lint/no-reward-for-reviews.ts';
import { noYelp } from './lint/no-yelp.ts';
import { oneQuestionPerStage } from './lint/one-question-per-stage.ts';
import { ownSentence } from './lint/own-sentence.ts';
import { personas } from './lint/personas.ts';
import { placeholders } from './lint/placeholders.ts';
import { pressing } from './lint/pressing.ts';
import { rows } from './lint/rows.ts';
import type { Rule, Sees } from './lint/rule.ts';
import { shortSurveys } from './lint/short-surveys.ts';
import { stageModel } from './lint/stage-model.ts';
import { stageWords } from './lint/stage-words.ts';

/** First what concerns the playbook as a whole, then each play: the order in which findings are shown. */
export const rules: readonly Rule[] = [
  measurableStages,
  stageWords,
  stageModel,
  clock,
  afterSaleShare,
  careOutnumbers,
  everyStage,
  oneQuestionPerStage,
  duplicates,
  knownIds,
  personas,
  characters,
  pressing,
  calmDunning,
  noRewardForReviews,
  noYelp,
  askingSellsNothing,
  ownSentence,
  placeholders,
  shortSurveys,
  eventNames,
  canFire,
  rows,
];

/**
 * All that is wrong with a playbook that its schema accepts; empty when it may be published. `sees` tells which
 * events the facts remember (`isSeen` in lib/lifecycle/groups.ts).
 */
export const lint = (playbook: Playbook, sees: Sees): Finding[] =>
  rules.flatMap((rule) => rule(playbook, sees));
