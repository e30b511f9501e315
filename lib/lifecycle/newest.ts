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
    case 'actions':
      return [[`${type}/${d.play}/${d.why === 'never'}`, type === 'Action Snoozed' ? SNOOZES : 1]];
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
            ['owners', 3],
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

/** [F3] The list with the stub in its place, at most as long as its group allows; newest first. */
export const keepNewest = (list: Stub[], stub: Stub, group: FactGroup): Stub[] => {
  const size = sizes[group];
  let place = list.length;
  while (place > 0) {
    const before = list[place - 1];
    if (before === undefined || byRank(before, stub) <= 0) break;
    place--;
  }
  if (place >= size) return list;
  const next = [...list.slice(0, place), stub, ...list.slice(place)];
  for (const [key, most] of nests(stub, group)) {
    let found = 0;
    for (let i = 0; i < next.length; i++) {
      const other = next[i];
      if (!other || !nests(other, group).some(([name]) => name === key)) continue;
      found++;
      if (found <= most) continue;
      if (other === stub) return list;
      next.splice(i, 1);
      break;
    }
  }
  if (next.length > size) next.length = size;
  return group === 'actions' ? counted(next) : next;
};

/**
 * The newest snooze of a play says how often it was snoozed (`n`, three is the most), and how long it lasts; the ones before
 * it are kept for the count alone.
 */
const counted = (list: Stub[]): Stub[] => {
  const times = new Map<unknown, number>();
  for (const { type, d } of list)
    if (type === 'Action Snoozed') times.set(d.play, (times.get(d.play) ?? 0) + 1);
  if (times.size === 0) return list;
  const seen = new Set<unknown>();
  return list.map((stub) => {
    const { type, d } = stub;
    if (type !== 'Action Snoozed') return stub;
    if (seen.has(d.play)) return d.until === undefined ? stub : { ...stub, d: { play: d.play ?? null } };
    seen.add(d.play);
    const n = times.get(d.play) ?? 1;
    return d.n === n ? stub : { ...stub, d: { ...d, n } };
  });
};
