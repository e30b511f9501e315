import {
  ADDRESS_ATTRIBUTES,
  asAddress,
  isShown,
  MARKED,
  type Mailbox,
  mailboxOf,
  mailtoOf,
  nameBeside,
  splitMailboxes,
  textOf,
} from './dom.ts';
import { LABEL_LENGTH, type LabelKind, labelledText, labelOf } from './labels.ts';
import type { Person, Role } from './types.ts';
import { holdsBody, inBodyWithin, isBody, isCalledLabel, isTitle, outline } from './zones.ts';

/** An address in an attribute is the page's word; a bare one in a text may be somebody's display name. */
export type Found = Mailbox & { firm: boolean };
/** A labelled row: `label` is the element that holds the label's text, `how` the words for it. */
export type Row = {
  kind: LabelKind;
  label: Element;
  /** The element around a value that is bare text. */
  around: Element;
  values: Element[];
  found: Found[];
  text: string;
  how: string;
  /** May be about somebody else: never certain. */
  guess?: boolean;
};

/** Whom a row of this kind names. */
export const ROLES: Partial<Record<LabelKind, Role>> = {
  from: 'sender',
  'reply-to': 'reply-to',
  to: 'recipient',
  cc: 'participant',
};
const LIMIT = 20;

/** The addresses that an element's attributes name; several when they disagree. */
const markedAddresses = (element: Element): string[] => {
  const named = ADDRESS_ATTRIBUTES.map((name) => asAddress(element.getAttribute(name)));
  const titled = mailboxOf(element.getAttribute('title'))?.address ?? '';
  return [...new Set([...named, mailtoOf(element), titled].filter(Boolean).map((one) => one.toLowerCase()))];
};

/** `Maria <a href="mailto:abuse@…">report</a>`: the name stands before the link, which may be about something else. */
const isBesideName = (element: Element, mark: Element, address: string): boolean => {
  const [text, own] = [textOf(element), textOf(mark)];
  const before = own === '' ? '' : text.slice(0, Math.max(text.indexOf(own), 0));
  return !own.toLowerCase().includes(address) && /\p{L}[^,;]*$/u.test(before);
};

/** The addresses of an element: those in attributes, else those in its text. Nothing of what somebody wrote, or out of sight. */
export const mailboxesIn = (element: Element): Found[] => {
  const marked = [...(element.matches(MARKED) ? [element] : []), ...element.querySelectorAll(MARKED)].flatMap(
    (mark): Found[] => {
      const seen = isShown(mark.tagName === 'META' ? element : mark);
      const addresses = seen && !inBodyWithin(mark, element) ? markedAddresses(mark) : [];
      return addresses.map((address) => ({
        address,
        name: nameBeside(textOf(mark), address),
        firm: addresses.length === 1 && !isBesideName(element, mark, address),
      }));
    },
  );
  if (marked.length > 0) return marked;
  return isShown(element) && !holdsBody(element) ? mailboxesOf(textOf(element)) : [];
};

const mailboxesOf = (text: string): Found[] =>
  text.length > 2_000 ? [] : splitMailboxes(text).map((box) => ({ ...box, firm: box.name !== '' }));

/** What stands after a label, up to the next one: `<dt>From</dt><dd>…</dd>`, `<th>…</th><td>…</td>`, rows of divs. */
const valuesAfter = (label: Element): Element[] => {
  let at = label;
  while (!at.nextElementSibling && at.parentElement && textOf(at.parentElement) === textOf(label))
    at = at.parentElement;
  const values: Element[] = [];
  for (let next = at.nextElementSibling; next && values.length < LIMIT; next = next.nextElementSibling) {
    if (next.tagName === 'DT' || next.tagName === 'TH' || isBody(next) || holdsBody(next)) break;
    if (labelOf(textOf(next).slice(0, LABEL_LENGTH + 1))) break;
    values.push(next);
  }
  return values;
};

const rowOf = (node: Text): Row | null => {
  const text = node.data.trim();
  const element = node.parentElement;
  if (text === '' || text.length > 600 || !element) return null;
  const bare = labelOf(text);
  if (bare) {
    if (!bare.colon && !isCalledLabel(element)) return null;
    // The value may be a sibling of the text itself: `<td>From: <a title="…">Ana</a></td>`.
    const inside = [...element.children];
    const holdsValue = inside.length > 0 && textOf(element).length > text.length;
    const values = [
      ...(holdsValue ? inside : []),
      ...(!holdsValue || isCalledLabel(element) ? valuesAfter(element) : []),
    ];
    // `<div>From: …</div>`, or `<div><b>From:</b> …</div>`.
    const after = node.nextSibling ?? (values.length > 0 ? null : element.nextSibling);
    const loose = after?.nodeType === 3 ? (after.nodeValue ?? '') : '';
    // A word with nothing after it is a column's head or a button.
    if (values.length === 0 && loose.trim() === '') return null;
    const found = [...values.flatMap(mailboxesIn), ...mailboxesOf(loose)];
    return {
      kind: bare.kind,
      label: element,
      around: after?.parentElement ?? element,
      values,
      found,
      text: values.map(textOf).join(' ').trim(),
      how: `label "${text}"`,
    };
  }
  // A subject is one, whatever it says.
  const both = isTitle(element) ? null : labelledText(text);
  return both
    ? {
        kind: both.kind,
        label: element,
        around: element,
        values: [],
        found: [...mailboxesOf(both.value), ...[...element.children].flatMap(mailboxesIn)],
        text: both.value,
        how: `text "${both.kind}:"`,
      }
    : null;
};

const EARLY_COLON = /^[^:：؛]{0,40}[:：؛]/u;
/** Nearly every text of a page is ruled out by its length or by having no colon near its start. */
export const maybeLabel = (text: string): boolean => text.length <= LABEL_LENGTH || EARLY_COLON.test(text);

/** The rows that these texts label. */
export const labelledRows = (texts: readonly Text[]): Row[] => {
  const rows = texts.flatMap((text) => rowOf(text) ?? []).slice(0, 200);
  // A subject or a name that reads "From: …" is a value, not a label.
  return rows.filter(
    (row) => !rows.some((other) => other !== row && other.values.some((value) => value.contains(row.label))),
  );
};

/** The people of one message's header, by the labels of its rows. `fits`: false makes each of them a guess. */
export const headerPeople = (
  header: Element,
  isOutside: (element: Element) => boolean,
  fits: boolean,
): Person[] => {
  const texts = outline(header, maybeLabel).texts.filter(
    ({ parentElement }) => parentElement !== null && isOutside(parentElement),
  );
  return labelledRows(texts).flatMap((row): Person[] => {
    const role = ROLES[row.kind];
    return role
      ? row.found.map(({ address, name, firm }) => ({
          address,
          name,
          role,
          confidence: fits && firm ? 'sure' : 'weak',
          from: row.how,
        }))
      : [];
  });
};
