import type { Found } from '#lib/cache/look-up.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PageReading } from '#lib/detect/types.ts';
import type { Party, Who } from '#lib/detect/who.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { readTeamwork } from '#lib/lifecycle/teamwork.ts';
import type { Acquaintance, Candidate, Further, StageNames, View } from './model.ts';
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

/** A customer; `as`: the address of theirs that the one on the page differs from by a tag only. */
export type Known = Found & { as?: string };

/** What the rep said about this conversation: that it is this address, or that ours was wrong. */
export type Choice = { picked: string } | { rejected: true } | null;

type Input = {
  reading: PageReading;
  who: Who;
  /** Address to customer, from cache and outbox; of those on the page, and of those who may be the same. */
  people: ReadonlyMap<string, Known>;
  /** What came of looking further for the others; null: not known yet. */
  inquired: Further | null;
  /** By address, what customers tell of those who are none; null: not known yet. */
  acquainted: ReadonlyMap<string, Acquaintance> | null;
  choice: Choice;
  playbook: Playbook;
  stages: StageNames;
  members: string[];
  now: number;
};

/** Of somebody on the page, the customer whom the rep says they are. */
const chosenOf = (
  candidates: Candidate[],
  { people, acquainted }: Pick<Input, 'people' | 'acquainted'>,
  picked: string,
): Candidate | null => {
  const named = candidates.find(({ address }) => address === picked);
  if (named) return named;
  for (const candidate of candidates) {
    const one = acquainted?.get(candidate.address)?.perhaps.find(({ address }) => address === picked);
    const customer = people.get(picked)?.record;
    if (one && customer) return { ...candidate, customer, as: { how: one.by, address: picked } };
  }
  return null;
};

/** The person in question: the one whom the rep picked, else the only one who is likely. Null: ask. */
const inQuestion = (candidates: Candidate[], input: Input): Candidate | null => {
  const { who, choice } = input;
  if (choice && 'rejected' in choice) return null;
  if (choice) return chosenOf(candidates, input, choice.picked);
  if (who.kind === 'one') return candidates[0] ?? null;
  if (who.kind === 'several' && who.blind) return null;
  // Several may have written, but if they are all one customer there is nothing to ask.
  const [first, ...rest] = candidates;
  const same = first?.customer && rest.every((c) => c.customer?.id === first.customer?.id);
  return same && first.person.confidence !== 'weak' ? first : null;
};

/** What the panel shows for a page: pure, so that the same reading and cache always give the same view. */
export const viewOf = (input: Input): View => {
  const { reading, who, people, inquired, acquainted, choice, playbook, stages, members, now } = input;
  if (who.kind === 'none')
    return who.miss === 'loading'
      ? { kind: 'loading' }
      : { kind: 'miss', miss: who.miss, host: reading.host };
  const candidates = partiesOf(who).map(({ person, address, warnings }): Candidate => {
    const found = people.get(address);
    return {
      person,
      address,
      warnings: [...warnings, ...(acquainted?.get(address)?.warnings ?? [])],
      customer: found?.record ?? null,
      as: found?.as === undefined ? undefined : { how: 'tag', address: found.as },
    };
  });
  const common = {
    candidates,
    host: reading.host,
    ...(reading.kind === 'people' && { subject: reading.subject }),
  };
  const candidate = inQuestion(candidates, input);
  const rejected = choice !== null && 'rejected' in choice;
  const blind = who.kind === 'several' && who.blind;
  if (!candidate) return { kind: 'pick', ...(rejected && { rejected }), ...(blind && { blind }), ...common };
  const found = people.get(candidate.address) ?? (candidate.as && people.get(candidate.as.address));
  if (!found) {
    // Nobody is called a stranger before that is known. Whoever was found will be in the cache in a moment.
    if (inquired === null || inquired === 'found' || acquainted === null) return { kind: 'loading' };
    const acquaintance = acquainted.get(candidate.address);
    return {
      ...{ kind: 'stranger', candidate, further: inquired },
      ...(acquaintance && { acquaintance }),
      ...common,
    };
  }
  const { record, pending } = found;
  const facts = openedFacts(record.facts);
  const decision = decide({ ...record, facts }, playbook, now);
  const teamwork = readTeamwork(facts, now);
  const known = { record, pending, decision, playbook, teamwork, stages, members };
  return { kind: 'customer', candidate, ...known, ...common };
};
