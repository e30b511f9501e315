import type { Play, Playbook, Policy } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';

/** What of a playbook is edited. */
export const draftOf = ({ plays, policy, personas }: PlaybookDraft): PlaybookDraft => ({
  plays,
  policy,
  personas,
});

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Equal as JSON: the order of keys and those that are undefined do not matter. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = new Map(Object.entries(a));
  const right = new Map(Object.entries(b));
  return [...new Set([...left.keys(), ...right.keys()])].every((key) => same(left.get(key), right.get(key)));
};

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const cleanPlay = (play: Play): Play => {
  const { draft, ...text } = play.text;
  return { ...play, text: blank(draft) || draft === undefined ? text : { ...text, draft } };
};

const cleanPolicy = (policy: Policy): Policy => {
  const { timezone, ...rest } = policy;
  return {
    ...rest,
    ...(!blank(timezone) && timezone !== undefined && { timezone }),
    levers: Object.fromEntries(Object.entries(policy.levers).filter(([, lever]) => lever !== 1)),
    perks: policy.perks.map((perk) => perk.trim()).filter((perk) => perk !== ''),
    words: Object.fromEntries(
      Object.entries(policy.words)
        .filter(([, words]) => words && !(blank(words.name) && blank(words.voice) && blank(words.commitment)))
        .map(([stage, { commitment, ...words }]) => [
          stage,
          blank(commitment) || commitment === undefined ? words : { ...words, commitment },
        ]),
    ),
  };
};

/** What a form holds, as it is stored: fields that were left empty are absent, and weights of 1 go without saying. */
export const clean = ({ plays, policy, personas }: PlaybookDraft): PlaybookDraft => ({
  plays: plays.map(cleanPlay),
  policy: cleanPolicy(policy),
  personas,
});

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/** The ids of what is different, new or gone. */
const differing = <T extends { id: string }>(a: readonly T[], b: readonly T[]): string[] => {
  const [left, right] = [byId(a), byId(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((id) => !same(left.get(id), right.get(id)));
};

const values = (policy: Policy): Map<string, unknown> => new Map(Object.entries(policy));

export type Changes = { plays: Set<string>; policy: Set<string>; personas: Set<string>; n: number };

/** What an edit changes: the plays (their weights with them), the numbers and the personas, by name. */
export const changesOf = (from: PlaybookDraft, to: PlaybookDraft): Changes => {
  const levers = new Set([...Object.keys(from.policy.levers), ...Object.keys(to.policy.levers)]);
  const plays = new Set([
    ...differing(from.plays, to.plays),
    ...[...levers].filter((id) => (from.policy.levers[id] ?? 1) !== (to.policy.levers[id] ?? 1)),
  ]);
  const before = values(from.policy);
  const policy = new Set(
    [...values(to.policy)].flatMap(([key, value]) =>
      key === 'levers' || same(value, before.get(key)) ? [] : [key],
    ),
  );
  if (before.has('timezone') && to.policy.timezone === undefined) policy.add('timezone');
  const personas = new Set(differing(from.personas, to.personas));
  return { plays, policy, personas, n: plays.size + policy.size + personas.size };
};

/** My list on top of theirs: what I changed since `base` is mine, the rest theirs, in their order, mine added behind. */
const mergeLists = <T extends { id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
) => {
  const touched = new Set(differing(base, mine));
  const own = byId(mine);
  const there = byId(theirs);
  const kept = theirs.flatMap((one) => {
    const my = own.get(one.id);
    return touched.has(one.id) ? (my ? [my] : []) : [one];
  });
  const added = mine.filter(({ id }) => touched.has(id) && !there.has(id));
  return [...kept, ...added];
};

const mergeMaps = <T>(base: Record<string, T>, mine: Record<string, T>, theirs: Record<string, T>) => {
  const out = new Map(Object.entries(theirs));
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const my = mine[key];
    if (same(my, base[key])) continue;
    if (my === undefined) out.delete(key);
    else out.set(key, my);
  }
  return Object.fromEntries(out);
};

/**
 * Puts an edit on top of a version that somebody else published meanwhile. `both` names what both changed differently;
 * the edit stands there, for a person to look at.
 */
export const rebase = (
  base: Playbook,
  mine: PlaybookDraft,
  theirs: Playbook,
): { draft: PlaybookDraft; both: string[] } => {
  const [own, other] = [changesOf(base, mine), changesOf(base, theirs)];
  const split = changesOf(mine, theirs);
  const both = (['plays', 'policy', 'personas'] as const).flatMap((part) =>
    [...own[part]].filter((id) => other[part].has(id) && split[part].has(id)),
  );
  const changed = Object.entries(mine.policy).filter(([key]) => own.policy.has(key));
  const policy: Policy = {
    ...theirs.policy,
    ...Object.fromEntries(changed),
    levers: mergeMaps(base.policy.levers, mine.policy.levers, theirs.policy.levers),
  };
  if (own.policy.has('timezone') && mine.policy.timezone === undefined) delete policy.timezone;
  return {
    draft: {
      plays: mergeLists(base.plays, mine.plays, theirs.plays),
      policy,
      personas: mergeLists(base.personas, mine.personas, theirs.personas),
    },
    both,
  };
};
