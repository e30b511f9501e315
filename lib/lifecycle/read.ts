import type { EventData } from '../contract/events.ts';
import type { Facts, OpenFacts } from '../contract/facts.ts';
import type { Stage } from '../contract/stage.ts';
import { evidence } from './evidence.ts';
import { readHealth } from './health.ts';
import { readLoyalty } from './loyalty.ts';
import { readMeddic } from './meddic.ts';
import { openFacts } from './packed.ts';
import { readPersona } from './persona.ts';
import { readReady } from './ready.ts';
import { churnSigns } from './signs.ts';
import { RULES_VERSION, readStage } from './stages/index.ts';
import { readStatus } from './status.ts';
import type { Health, Read, Reading } from './types.ts';
import { makeView, type View } from './view.ts';

/**
 * Health is asked for before the stage is known, so its cadence is that of the stage they were last seen in.
 */
const cadenceStage = (view: View): Stage => view.held?.stage ?? (view.bought ? 'engage' : 'educate');

/** [H1]–[H6] Health alone, as a reading has it. */
export const healthOf = (view: View, loyalty = readLoyalty(view)): Health =>
  readHealth(view, cadenceStage(view), loyalty);

/** [R1] Everything that is derived from a view, once. */
export const readView = (view: View): Reading => {
  const loyalty = readLoyalty(view);
  const health = healthOf(view, loyalty);
  const stage = readStage(view, health);
  return {
    stage,
    status: readStatus(view, stage),
    health,
    loyalty,
    signs: churnSigns(view),
    ready: readReady(view, stage.stage),
    meddic: readMeddic(view, stage.stage),
    persona: readPersona(view, stage.stage),
  };
};

/** Where this customer stands at `now` (milliseconds): stage, status and health, each with its reasons. */
export const read: Read = (subject, playbook, now) => readView(makeView(subject, playbook, now));

/**
 * [ST9] The data of the Stage Changed event that is due, or null when the history already says so. The server
 * records it; a first reading of a customer is a change from null.
 */
export const stageChange = (
  reading: Reading,
  facts: Facts | OpenFacts,
): EventData<'Stage Changed'> | null => {
  const open = openFacts(facts);
  const row = open.recent.stages[0];
  const from = row ? String(row.d.to) : null;
  const { stage, since, because } = reading.stage;
  if (from === stage) return null;
  const reasons = because.slice(0, 8);
  return {
    from,
    to: stage,
    because: reasons.map(({ code }) => code),
    facts: reasons.flatMap((reason) => evidence(reason, open, since)).slice(0, 8),
    version: RULES_VERSION,
  };
};
