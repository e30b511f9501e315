import type { FactGroup, Stub } from '../contract/facts.ts';
import { newestPerKind, sizes } from './groups.ts';

/** Of the stubs that share `key`, a list keeps so many. */
type Nest = readonly [key: string, most: number];

/** Three times is often: more of them say nothing new. */
const SNOOZES = 3;
const none: readonly Nest[] = [];

/** What a fact of the `known` list is about: of each thing the newest word counts. */
const subjectOf = ({ type, d }: Stub): string => {
  if (type === 'MEDDIC Noted' || type === 'MEDDIC Cleared') return `meddic/${d.item}`;
  if (type === 'Persona Set' || type === 'Persona Cleared') return 'persona';
  if (type === 'Profile Noted') return `profile/${d.part}`;
  if (type === 'Special Day Noted') return `day/${d.day}`;
  return type;
};

/** What undoes each other shares a key. */
const desks: Readonly<Record<string, string>> = {
  'Claim Taken': 'claim',
  'Claim Released': 'claim',
  'Automations Paused': 'machines',
  'Automations Resumed': 'machines',
  'Stage Overridden': 'stage',
  'Stage Override Lifted': 'stage',
};

/**
 * Where several stubs stand for one thing, how many of them are kept: nested limits, each inside the next, and all inside
 * the size of the list. Nested limits on the newest are what keeps the facts the same whatever order events come in.
 */
const nests = (stub: Stub, group: FactGroup): readonly Nest[] => {
  const { type, d } = stub;
  if (newestPerKind.has(group)) return [[type, 1]];
  switch (group) {
    case 'contacts':
      // Machines may write often; what a person of ours said must not be forgotten over it.
      return d.who === 'automation' ? [['machines', 5]] : none;
    case 'done':
      return [[String(d.play), 1]];
    case 'actions':
      // Room for what else was answered, however often somebody said "never".
      return d.why === 'never'
        ? [
            [`never/${d.play}`, 1],
            ['never', 6],
          ]
        : [[`${type}/${d.play}`, type === 'Action Snoozed' ? SNOOZES : 1]];
    case 'deliveries':
      return [[String(d.order), 1]];
    case 'talks':
      return d.minutes === undefined ? none : [['minutes', 1]];
    case 'feedback':
      return d.ref === undefined
        ? [['scores', 3]]
        : [
            [`said/${d.ref}`, 1],
            ['said', 3],
          ];
    case 'features':
      return [[String(d.feature), 1]];
    case 'known':
      return [[subjectOf(stub), 1]];
    case 'desk':
      return type === 'Concern Taken'
        ? [
            [`owner/${d.ref}`, 1],
            ['owners', 2],
          ]
        : [[desks[type] ?? type, 1]];
    default:
      return none;
  }
};

/** "Never for this customer" must not be forgotten because much else happened since, nor how long the last talk was. */
const isPinned = ({ d }: Stub): boolean => d.why === 'never' || d.minutes !== undefined;

/** A total order, so that the same stubs stay whatever order they came in: pinned, newest, then by mark. */
const byRank = (a: Stub, b: Stub): number =>
  Number(isPinned(b)) - Number(isPinned(a)) ||
  b.at - a.at ||
  (a.id < b.id ? 1 : a.id > b.id ? -1 : 0) ||
  (a.type < b.type ? 1 : a.type > b.type ? -1 : 0) ||
  byText(JSON.stringify(a.d), JSON.stringify(b.d));

const byText = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/**
 * [F3] Puts the stub in its place of the list, which stays newest first and at most as long as its group allows. Changes
 * the list.
 */
export const keepNewest = (list: Stub[], stub: Stub, group: FactGroup): void => {
  let place = list.length;
  while (place > 0) {
    const before = list[place - 1];
    if (before === undefined || byRank(before, stub) <= 0) break;
    place--;
  }
  if (place >= sizes[group]) return;
  list.splice(place, 0, stub);
  for (const [key, most] of nests(stub, group)) {
    const over = nth(list, group, key, most);
    if (over < 0) continue;
    const isOurs = list[over] === stub;
    list.splice(over, 1);
    if (isOurs) return;
  }
  if (list.length > sizes[group]) list.length = sizes[group];
  if (group === 'actions') countSnoozes(list);
};

/** Where the stub stands that is one too many of its key; -1: there is none. */
const nth = (list: readonly Stub[], group: FactGroup, key: string, most: number): number => {
  let found = 0;
  return list.findIndex((other) => {
    for (const [name] of nests(other, group)) if (name === key) return ++found > most;
    return false;
  });
};

/**
 * The newest snooze of a play says how often it was snoozed (`n`, three is the most), and how long it lasts; the ones before
 * it are kept for the count alone.
 */
const countSnoozes = (list: Stub[]): void => {
  const newest = new Map<unknown, number>();
  for (let i = 0; i < list.length; i++) {
    const stub = list[i];
    if (stub?.type !== 'Action Snoozed' || stub.d.play === undefined) continue;
    const { play } = stub.d;
    const at = newest.get(play);
    const first = at === undefined ? undefined : list[at];
    if (at === undefined || first === undefined) {
      newest.set(play, i);
      if (stub.d.n !== 1) list[i] = { ...stub, d: { ...stub.d, n: 1 } };
    } else {
      list[at] = { ...first, d: { ...first.d, n: Number(first.d.n) + 1 } };
      if (Object.keys(stub.d).length > 1) list[i] = { ...stub, d: { play } };
    }
  }
};
