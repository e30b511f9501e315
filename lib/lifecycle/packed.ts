import { type EventType, eventTypes } from '../contract/events.ts';
import {
  type FactGroup,
  type Facts,
  factGroups,
  type OpenFacts,
  type StoredTally,
  type Stub,
  type Tally,
} from '../contract/facts.ts';
import { columns } from './groups.ts';
import { hash } from './mark.ts';

/*
 * Facts are kept for every customer and travel with each of them, so a stub is one short line: its mark, a code of its
 * kind, its time in base 36 and then its values in the order of the group's columns, with | between them.
 */

/** Three letters for each kind, from its name: the same when other kinds are added. A test holds that no two share one. */
export const codeOf = (type: EventType): string => hash(type).toString(36).slice(-3);
const codes = new Map(eventTypes.map((type) => [type, codeOf(type)]));
/** The same code as a number, read in place: most of opening the facts is looking these up. */
const codeAt = (line: string, at: number): number =>
  (line.charCodeAt(at) << 16) | (line.charCodeAt(at + 1) << 8) | line.charCodeAt(at + 2);
const types = new Map(eventTypes.map((type) => [codeAt(codeOf(type), 0), type]));

type Kind = 'time' | 'number' | 'flag' | 'text';
type Column = { key: string; kind: Kind };

const kinds: Readonly<Record<string, Kind>> = {
  until: 'time',
  dueAt: 'time',
  promisedFor: 'time',
  renewsAt: 'time',
  endsAt: 'time',
  expiresAt: 'time',
  score: 'number',
  ratio: 'number',
  count: 'number',
  minutes: 'number',
  left: 'number',
  percent: 'number',
  month: 'number',
  date: 'number',
  version: 'number',
  n: 'number',
  questions: 'number',
  private: 'flag',
  hand: 'flag',
};
const shapes = {} as Record<FactGroup, readonly Column[]>;
for (const group of factGroups)
  shapes[group] = columns[group].map((key) => ({ key, kind: kinds[key] ?? 'text' }));

const write = (kind: Kind, value: Stub['d'][string] | undefined): string => {
  if (value === undefined || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'number') return kind === 'time' ? value.toString(36) : String(value);
  return /[%|]/.test(value) ? value.replaceAll('%', '%25').replaceAll('|', '%7C') : value;
};

/** A time in base 36, read in place. */
const timeAt = (line: string, from: number, to: number): number => {
  let time = 0;
  for (let i = from; i < to; i++) {
    const code = line.charCodeAt(i);
    time = time * 36 + code - (code < 58 ? 48 : 87);
  }
  return time;
};

const parse = (kind: Kind, text: string): Stub['d'][string] => {
  if (kind === 'time') return timeAt(text, 0, text.length);
  if (kind === 'number') return Number(text);
  if (kind === 'flag') return true;
  return text.includes('%') ? text.replaceAll('%7C', '|').replaceAll('%25', '%') : text;
};

const pack = ({ id, type, at, d }: Stub, shape: readonly Column[]): string => {
  let line = `${id}|${codes.get(type)}|${at.toString(36)}`;
  let holes = '';
  for (const { key, kind } of shape) {
    holes += '|';
    const text = write(kind, d[key]);
    if (text === '') continue;
    line += holes + text;
    holes = '';
  }
  return line;
};

/** Null for a line of a newer version's making: such facts are folded again before they count. */
const unpack = (line: string, shape: readonly Column[]): Stub | null => {
  const afterId = line.indexOf('|');
  const afterCode = afterId + 4;
  const type = types.get(codeAt(line, afterId + 1));
  if (type === undefined || line[afterCode] !== '|') return null;
  let end = line.indexOf('|', afterCode + 1);
  const at = timeAt(line, afterCode + 1, end < 0 ? line.length : end);
  const d: Stub['d'] = {};
  for (const { key, kind } of shape) {
    if (end < 0) break;
    const next = line.indexOf('|', end + 1);
    const text = next < 0 ? line.slice(end + 1) : line.slice(end + 1, next);
    if (text !== '') d[key] = parse(kind, text);
    end = next;
  }
  return { id: line.slice(0, afterId), type, at, d };
};

/** The facts as rules read them. Facts that are open already are given back. */
export const openFacts = (facts: Facts | OpenFacts): OpenFacts => {
  if ('open' in facts) return facts;
  const recent = {} as OpenFacts['recent'];
  for (const group of factGroups) recent[group] = openGroup(facts, group);
  const { v, money, began } = facts;
  const tally = each(facts.tally, openTally);
  const totals = each(facts.totals, openTally);
  return { v, tally, totals, money, ...(began && { began }), open: true, recent };
};

/** One tally of facts that are not opened, for who reads nothing else of them. */
export const tallyOf = ({ tally }: Pick<Facts, 'tally'>, type: EventType): Tally | undefined => {
  const stored = tally[type];
  return stored && openTally(stored);
};

const openTally = ([n, first, last]: StoredTally): Tally => ({ n, first, last });
const packTally = ({ n, first, last }: Tally): StoredTally => [n, first, last];

const each = <K extends string, A, B>(from: Partial<Record<K, A>>, make: (value: A) => B) => {
  const made: Partial<Record<K, B>> = {};
  for (const key in from) {
    const value = from[key];
    if (value !== undefined) made[key] = make(value);
  }
  return made;
};

const openGroup = ({ recent }: Facts, group: FactGroup): Stub[] => {
  const stubs: Stub[] = [];
  for (const line of recent[group] ?? []) {
    const stub = unpack(line, shapes[group]);
    if (stub) stubs.push(stub);
  }
  return stubs;
};

/** The facts as they are stored and sent. */
export const packFacts = ({ v, tally, totals, money, began, recent }: OpenFacts): Facts => {
  const packed: Facts['recent'] = {};
  for (const group of factGroups)
    if (recent[group].length > 0) packed[group] = recent[group].map((stub) => pack(stub, shapes[group]));
  return {
    v,
    tally: each(tally, packTally),
    totals: each(totals, packTally),
    money,
    ...(began && { began }),
    recent: packed,
  };
};
