import { type EventType, eventTypes } from '../contract/events.ts';
import { type FactGroup, type Facts, factGroups, type OpenFacts, type Stub } from '../contract/facts.ts';
import { columns } from './groups.ts';
import { hash } from './mark.ts';

/*
 * Facts are kept for every customer and travel with each of them, so a stub is one short line: its mark, a code of its
 * kind, its time in base 36 and then its values in the order of the group's columns, with | between them.
 */

/** Three letters for each kind, from its name: the same when other kinds are added. A test holds that no two share one. */
export const codeOf = (type: EventType): string => hash(type).toString(36).slice(-3);
const codes = new Map(eventTypes.map((type) => [type, codeOf(type)]));
const types = new Map(eventTypes.map((type) => [codeOf(type), type]));

const times = new Set(['until', 'dueAt', 'promisedFor', 'renewsAt', 'endsAt', 'expiresAt']);
const numbers = new Set([
  'score',
  'ratio',
  'count',
  'minutes',
  'left',
  'percent',
  'month',
  'date',
  'version',
  'n',
  'questions',
]);

const write = (key: string, value: Stub['d'][string] | undefined): string => {
  if (value === undefined || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'number') return times.has(key) ? value.toString(36) : String(value);
  return /[%|]/.test(value) ? value.replaceAll('%', '%25').replaceAll('|', '%7C') : value;
};

const parse = (key: string, text: string): Stub['d'][string] => {
  if (times.has(key)) return Number.parseInt(text, 36);
  if (numbers.has(key)) return Number(text);
  if (key === 'private' || key === 'hand') return true;
  return text.includes('%') ? text.replaceAll('%7C', '|').replaceAll('%25', '%') : text;
};

const pack = ({ id, type, at, d }: Stub, keys: readonly string[]): string => {
  let line = `${id}|${codes.get(type)}|${at.toString(36)}`;
  let holes = '';
  for (const key of keys) {
    holes += '|';
    const text = write(key, d[key]);
    if (text === '') continue;
    line += holes + text;
    holes = '';
  }
  return line;
};

/** Null for a line of a newer version's making: such facts are folded again before they count. */
const unpack = (line: string, keys: readonly string[]): Stub | null => {
  const [id = '', code = '', at = '', ...values] = line.split('|');
  const type = types.get(code);
  if (type === undefined) return null;
  const d: Stub['d'] = {};
  for (let i = 0; i < values.length; i++) {
    const key = keys[i];
    const text = values[i];
    if (key !== undefined && text) d[key] = parse(key, text);
  }
  return { id, type, at: Number.parseInt(at, 36), d };
};

/** The facts as rules read them. Facts that are open already are given back. */
export const openFacts = (facts: Facts | OpenFacts): OpenFacts => {
  if ('open' in facts) return facts;
  const recent = {} as OpenFacts['recent'];
  for (const group of factGroups) recent[group] = openGroup(facts, group);
  return { v: facts.v, tally: facts.tally, totals: facts.totals, money: facts.money, open: true, recent };
};

const openGroup = ({ recent }: Facts, group: FactGroup): Stub[] => {
  const stubs: Stub[] = [];
  for (const line of recent[group]) {
    const stub = unpack(line, columns[group]);
    if (stub) stubs.push(stub);
  }
  return stubs;
};

/** The facts as they are stored and sent. */
export const packFacts = ({ v, tally, totals, money, recent }: OpenFacts): Facts => {
  const packed = {} as Facts['recent'];
  for (const group of factGroups) packed[group] = recent[group].map((stub) => pack(stub, columns[group]));
  return { v, tally, totals, money, recent: packed };
};
