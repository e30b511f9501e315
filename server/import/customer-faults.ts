import { type Issue, said } from './event-faults.ts';
import { type Fault, fault } from './problem.ts';

/**
 * Why a row makes no customer, by the column of the file.
 * @param column the file's name for a field, or undefined if it has none
 */
export const customerFault = (
  issue: Issue | undefined,
  column: (field: string) => string | undefined,
): Fault => {
  const [field, item] = issue?.path ?? [];
  if (!issue || typeof field !== 'string') return fault('cannot be read', 'Correct the row.');
  if (field === 'createdAt') {
    const cell = column(field);
    return fault(
      `the cell "${cell}" lies before 1970`,
      'Suki keeps dates from 1970 on: correct it, or empty the cell.',
    );
  }
  const isLong = issue.code === 'too_big';
  if (isLong && issue.origin === 'array') {
    return fault(`has more than ${issue.maximum} ${field}`, `Leave at most ${issue.maximum} of them.`);
  }
  const cell = column(field);
  // A name may be of two columns, addresses too.
  const where =
    field === 'name'
      ? 'the name'
      : item === undefined
        ? `the cell "${cell}"`
        : `one of the ${field} in "${cell}"`;
  return fault(`${where} ${said(issue)}`, isLong ? 'Shorten it.' : 'Correct it, or empty the cell.');
};
