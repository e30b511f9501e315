import type { z } from 'zod';
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

/** One fault of the schema in plain words, and what to do about it. */
const inWords = (issue: z.core.$ZodIssue, value: unknown): { message: string; mend: string } => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { message: 'This is missing.', mend: 'Fill it in.' }
        : { message: `This must be ${NAMES[issue.expected] ?? issue.expected}.`, mend: 'Correct it.' };
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
    case 'invalid_union':
      return { message: 'This kind is not known.', mend: 'Choose one from the list.' };
    default:
      return { message: sentence(issue.message), mend: 'Correct it.' };
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
