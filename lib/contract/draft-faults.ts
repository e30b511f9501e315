import type { z } from 'zod';
import { perhaps } from './near.ts';
import { type Finding, PlaybookDraft } from './playbook-edit.ts';

/** More than anybody mends in one go. */
const MOST = 50;

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** How each type is written. */
const WRITTEN: Record<string, string> = {
  string: 'Write words here.',
  number: 'Write a number, such as 3.',
  int: 'Write a whole number, such as 3.',
  boolean: 'Write true or false.',
  array: 'Put what belongs here into a list: [ … ].',
  object: 'Put its fields into it: { … }.',
  record: 'Put its fields into it: { … }.',
};

/** What belongs into a field, by its name, where the type alone does not say. */
const BELONGS: Record<string, string> = {
  title: 'Say what to do, such as "Ask how the first week went".',
  why: 'Say in a sentence or two why it is right.',
  how: 'Say in a line how to do it well.',
  draft: 'Write what a colleague may start from, or leave it out.',
  text: 'It holds title, why and how, and a draft if there is one.',
  event: 'Name an event, such as "Order Completed".',
  unless: 'List the names of events, such as ["Order Completed"].',
  triggers: 'List what the play waits for, such as [{ "on": "cadence-due" }].',
  stages: 'List the stages that it is for, such as ["engage", "retain"].',
  rules: 'List how they are recognised, such as [{ "of": "tag", "is": "wholesale" }].',
  personas: 'List personas by their ids, or leave it out.',
  levers: 'Give each play a number from 0.5 to 2.',
  g6Hours: 'Let them begin earlier, or end later.',
  currency: 'Write it as EUR, PHP or PLN.',
  name: 'Write what people call it.',
  story: 'Tell in a few sentences who they are.',
  voice: 'Write it as a customer would say it, such as "I am comparing".',
  reviewedAt: 'Give the moment in milliseconds since 1970.',
};

/** The name of the field; of an entry of a list, that of the list. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  String(path.findLast((key) => typeof key === 'string') ?? '');

const belongs = (issue: z.core.$ZodIssue, type = ''): string => {
  const field = fieldOf(issue.path);
  // An entry of a list is not the list.
  const isEntry = typeof issue.path.at(-1) === 'number';
  const own = Object.hasOwn(BELONGS, field) && !isEntry ? BELONGS[field] : undefined;
  return own ?? WRITTEN[type] ?? 'Look at it again, or take it out.';
};

const sentence = (text: string): string => {
  const words = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(words) ? words : `${words}.`;
};

/** How sizes are told. What is neither a text nor a list is a number. */
const SIZES = {
  string: { small: 'This is too short.', big: 'This is too long.', unit: ' characters' },
  array: { small: 'There are too few.', big: 'There are too many.', unit: ' entries' },
  number: { small: 'This is too small.', big: 'This is too large.', unit: '' },
};
const sizesOf = (origin: string) =>
  origin === 'string' ? SIZES.string : origin === 'array' ? SIZES.array : SIZES.number;

const namesIn = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

const other = (issue: z.core.$ZodIssue) => ({ message: sentence(issue.message), mend: belongs(issue) });

const idFault = ({ path }: z.core.$ZodIssue) =>
  path[0] === 'plays' && path.at(-1) === 'id'
    ? {
        message: 'This is no id of a play.',
        mend: 'Use 3 to 40 small letters, digits and underscores, with a letter first: ask_first_week.',
      }
    : { message: 'This is no id.', mend: 'Use letters and digits, without a space at either end.' };

/** One fault of the schema in plain words, and what to do about it. */
const inWords = (issue: z.core.$ZodIssue, value: unknown): { message: string; mend: string } => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { message: 'This is missing.', mend: belongs(issue, issue.expected) }
        : {
            message: `This must be ${NAMES[issue.expected] ?? issue.expected}.`,
            mend: belongs(issue, issue.expected),
          };
    case 'too_small': {
      if (issue.origin === 'string' && issue.minimum === 1)
        return { message: 'This is empty.', mend: 'Write something here.' };
      const { small, unit } = sizesOf(issue.origin);
      return { message: small, mend: `It takes at least ${issue.minimum}${unit}.` };
    }
    case 'too_big': {
      const { big, unit } = sizesOf(issue.origin);
      return { message: big, mend: `At most ${issue.maximum}${unit} will do.` };
    }
    case 'invalid_value':
      return {
        message: 'This is none of the choices.',
        mend: `Choose one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_union': {
      const kinds = namesIn(at(issue, 'options'));
      return {
        message: value === undefined ? 'Its kind is missing.' : 'This kind is not known.',
        mend: `${perhaps(String(value ?? ''), kinds)}Choose one of: ${kinds.join(', ')}.`,
      };
    }
    case 'unrecognized_keys':
      return {
        message: `There is no field called ${issue.keys.map((key) => `"${key}"`).join(' or ')} here.`,
        mend: 'Take it out, or correct its name.',
      };
    case 'invalid_format':
      return issue.path.at(-1) === 'id' || fieldOf(issue.path) === 'personas' ? idFault(issue) : other(issue);
    default:
      return other(issue);
  }
};

const finding = (issue: z.core.$ZodIssue, input: unknown): Finding => {
  let value = input;
  for (const key of issue.path) value = at(value, key);
  const [head, index, ...inside] = issue.path;
  const id = head === 'plays' && index !== undefined ? at(at(at(input, 'plays'), index), 'id') : undefined;
  const place = typeof id === 'string' ? inside : issue.path;
  return {
    play: typeof id === 'string' ? id : null,
    path: place.map(String).join('.'),
    ...inWords(issue, value),
  };
};

/**
 * Reads what somebody has edited: the draft, or each fault of its form with its place and plain words. What a form of the
 * right shape says is judged by `lint` in lib/playbook.
 */
export const readDraft = (
  input: unknown,
): { ok: true; draft: PlaybookDraft } | { ok: false; findings: Finding[] } => {
  const parsed = PlaybookDraft.safeParse(input);
  if (parsed.success) return { ok: true, draft: parsed.data };
  return {
    ok: false,
    findings: parsed.error.issues.slice(0, MOST).map((issue) => finding(issue, input)),
  };
};
