import { hash } from 'node:crypto';

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 27);

/** The id of a customer whose file has none: the same address always gives the same. */
export const idOfAddress = (address: string): string => `c-${digest(address)}`;

/**
 * Ids for rows that bring none, from what they say: the same row in another file is the same event, and the
 * second of two equal rows in one file is another.
 */
export const createRowIds = () => {
  // By a short hash of the content, to stay small over millions of rows.
  const seen = new Map<number, number>();
  return (content: string): string => {
    const id = digest(content);
    const key = Number.parseInt(hash('sha256', id, 'hex').slice(0, 13), 16);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? `csv-${id}` : `csv-${id}-${times}`;
  };
};
