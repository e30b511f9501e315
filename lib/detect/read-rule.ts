import type { Rule } from './define-host.ts';
import {
  ADDRESS_ATTRIBUTES,
  asAddress,
  type Mailbox,
  mailboxOf,
  mailtoOf,
  nameBeside,
  splitMailboxes,
  textOf,
} from './dom.ts';
import type { Person } from './types.ts';

/** An attribute, what was typed (`value`), or the text. */
export const valueIn = (element: Element, by: string): string =>
  by === 'text' || by === 'list'
    ? // A script may be large, and needs no cleaning: nobody sees it.
      element.tagName === 'SCRIPT'
      ? (element.textContent ?? '')
      : textOf(element)
    : by === 'value' && 'value' in element
      ? String(element.value)
      : (element.getAttribute(by) ?? '');

/** A label for screen readers says first what it labels: "From: Ana <ana@x.example>". */
const SAYS_WHAT = /^[^:：<"]*[:：]\s*/u;

/** Without the text of what is inside: a label may stand there. */
const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('');

/** What stands in the text beside an attribute is the name; in a text it stands before the address. */
export const mailboxesAt = (
  element: Element,
  by = ADDRESS_ATTRIBUTES.join(' '),
  part?: RegExp,
): Mailbox[] => {
  for (const attribute of by.split(' ')) {
    const whole = valueIn(element, attribute);
    if (attribute === 'name' && textOf(element)) return [{ address: '', name: textOf(element) }];
    if (attribute === 'value' || attribute === 'list') return splitMailboxes(whole);
    const value = attribute === 'aria-label' ? whole.replace(SAYS_WHAT, '') : whole;
    const box =
      attribute === 'href'
        ? { address: mailtoOf(element), name: '' }
        : attribute === 'bare'
          ? { address: asAddress(ownText(element)), name: '' }
          : mailboxOf(part ? part.exec(value)?.[1] : value);
    if (box?.address) {
      const beside = attribute === 'bare' || part ? '' : nameBeside(textOf(element), box.address);
      return [{ address: box.address, name: box.name || beside }];
    }
  }
  return [];
};

const ANGLES = /<[^<>]*@[^<>]*>/gu;
/**
 * The mailboxes of a text that names two, or goes on behind one: the last should be the real one, but texts that run
 * together look the same.
 */
const doubles = (element: Element, by = ''): Mailbox[] => {
  const text = textOf(element);
  const named = /\b(?:text|list)\b/u.test(by) ? (text.match(ANGLES) ?? []) : [];
  const known = by === 'list' ? splitMailboxes(text).length : mailboxOf(text) ? 1 : 0;
  return named.length > known ? named.flatMap((one) => mailboxOf(one) ?? []) : [];
};

/** The people whom one element names. A text that names more than one should is a guess. */
export const peopleOf = (element: Element, { role, at, by, part, confidence = 'sure' }: Rule): Person[] => {
  const several = doubles(element, by);
  const trusted = several.length === 0 ? confidence : 'weak';
  return [...mailboxesAt(element, by, part), ...several].map((box) => ({
    ...box,
    role,
    confidence: trusted,
    from: at.slice(0, 300),
  }));
};
