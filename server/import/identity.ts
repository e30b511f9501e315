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
    const bytes = Buffer.from(id.slice(0, 12), 'base64url');
    const key = bytes.readUIntBE(0, 6) * 32 + (bytes.readUInt8(6) >> 3);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? `csv-${id}` : `csv-${id}-${times}`;
  };
};
