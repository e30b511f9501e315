import { clean, mailboxOf, splitMailboxes } from '#lib/detect/dom.ts';
import { labelledText, labelOf } from '#lib/detect/labels.ts';

/** Longer than any name, address or label. */
const LONG = 200;
const WORD = 40;
/** Beyond this nothing is looked at more closely. */
const LOOKED_AT = 2_000;

const addressShape = (text: string): string | null => {
  if (!text.includes('@')) return null;
  if (/^mailto:/i.test(text)) return 'mailto';
  const boxes = splitMailboxes(text);
  const [first, ...more] = boxes;
  const isWhole = first !== undefined && (more.length > 0 || mailboxOf(text) !== null);
  if (!isWhole) return /\S@\S/u.test(text) ? 'words-with-address' : null;
  if (more.length > 0) return 'addresses';
  return first.name === '' ? 'address' : 'mailbox';
};

const plainShape = (text: string): string => {
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/|(?:data|blob|javascript|cid|tel):)/i.test(text)) return 'url';
  if (/^[/.#?]\S*$/u.test(text)) return 'path';
  if (/^[\p{N}\p{P}\p{S}\s]+$/u.test(text)) return 'number';
  return /\s/u.test(text) || text.length > WORD ? 'words' : 'word';
};

/** What a text or a value looks like, in a word of our own; null when there is nothing in it. */
export const shapeOf = (value: string): string | null => {
  const text = clean(value.slice(0, LOOKED_AT));
  if (text === '') return null;
  const label = labelOf(text);
  if (label) return `label-${label.kind}`;
  const labelled = labelledText(text);
  if (labelled) return `labelled-${labelled.kind}`;
  if (text.length > LONG) return 'long';
  return addressShape(text) ?? plainShape(text);
};
