import type { Found } from '#lib/cache/look-up.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PageReading } from '#lib/detect/types.ts';
import type { Party, Who } from '#lib/detect/who.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { readTeamwork } from '#lib/lifecycle/teamwork.ts';
import type { Candidate, Further, StageNames, View } from './model.ts';
import { openedFacts } from './opened-facts.ts';

/** Everybody outside whom the page names, the likeliest first. */
export const partiesOf = (who: Who): Party[] => {
  switch (who.kind) {
    case 'one':
      return [who.person, ...who.others];
    case 'several':
      return who.people;
    case 'none':
      return [];
  }
};

/** What the rep said about this conversation: that it is this address, or that ours was wrong. */
export type Choice = { picked: string } | { rejected: true } | null;

type Input = {
  reading: PageReading;
  who: Who;
  /** Address to customer, from cache and outbox. */
  people: ReadonlyMap<string, Found>;
  /** What came of looking further for the others; null: not known yet. */
  inquired: Further | null;
  choice: Choice;
  playbook: Playbook;
  stages: StageNames;
  members: string[];
  now: number;
};

/** The person in question: the one whom the rep picked, else the only one who is likely. Null: ask. */
const inQuestion = (who: Who, candidates: Candidate[], choice: Choice): Candidate | null => {
  if (choice && 'rejected' in choice) return null;
  if (choice) return candidates.find((c) => c.address === choice.picked) ?? null;
  if (who.kind === 'one') return candidates[0] ?? null;
  // Several may have written, but if they are all one customer there is nothing to ask.
  const [first, ...rest] = candidates;
  const same = first?.customer && rest.every((c) => c.customer?.id === first.customer?.id);
  return same && first.person.confidence !== 'weak' ? first : null;
};

/** What the panel shows for a page: pure, so that the same reading and cache always give the same view. */
export const viewOf = ({
  reading,
  who,
  people,
  inquired,
  choice,
  playbook,
  stages,
  members,
  now,
}: Input): View => {
  if (who.kind === 'none')
    return who.miss === 'loading'
      ? { kind: 'loading' }
      : { kind: 'miss', miss: who.miss, host: reading.host };
  const candidates = partiesOf(who).map(
    ({ person, address, warnings }): Candidate => ({
      person,
      address,
      warnings,
      customer: people.get(address)?.record ?? null,
    }),
  );
  const common = {
    candidates,
    host: reading.host,
    ...(reading.kind === 'people' && { subject: reading.subject }),
  };
  const candidate = inQuestion(who, candidates, choice);
  const rejected = choice !== null && 'rejected' in choice;
  if (!candidate) return { kind: 'pick', ...(rejected && { rejected }), ...common };
  const found = people.get(candidate.address);
  if (!found) {
    // Nobody is called a stranger before that is known. Whoever was found will be in the cache in a moment.
    if (inquired === null || inquired === 'found') return { kind: 'loading' };
    return { kind: 'stranger', candidate, further: inquired, ...common };
  }
  const { record, pending } = found;
  const facts = openedFacts(record.facts);
  const decision = decide({ ...record, facts }, playbook, now);
  const teamwork = readTeamwork(facts, now);
  const known = { record, pending, decision, playbook, teamwork, stages, members };
  return { kind: 'customer', candidate, ...known, ...common };
};
