import type { z } from 'zod';
import { columnFor } from './event-columns.ts';
import { type Fault, fault } from './problem.ts';

export type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  boolean: 'yes or no',
};

/** What is wrong with a value, as somebody says it who has only the file before them. */
export const said = (issue: Issue): string => {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : `must be ${issue.maximum} or less`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    default:
      return /^Invalid/.test(issue.message) ? 'cannot be read' : `cannot be read: ${issue.message}`;
  }
};

/**
 * Why a row makes no event, by the column of the file.
 * @param column the file's name for a field, or undefined if it has none
 * @param value what the event has there
 */
export const eventFault = (
  issue: Issue | undefined,
  column: (field: string) => string | undefined,
  value: (field: string) => unknown,
): Fault => {
  const [top, inner] = issue?.path ?? [];
  const field = String((top === 'data' ? inner : top) ?? '');
  if (!issue || field === '') return fault('cannot be read', 'Correct the row.');
  const name = column(field);
  if (value(field) === undefined) {
    return name === undefined
      ? fault(`has no ${field}, and the file has no column for it`, `Add a column "${columnFor(field)}".`)
      : fault(`the cell "${name}" is empty`, 'Fill it in.');
  }
  if (name === undefined) return fault(`${field} ${said(issue)}`, `Correct ${field} in the data of the row.`);
  return fault(`the cell "${name}" ${said(issue)}`, 'Correct that cell.');
};
