/** A mailbox as a page shows it; nothing is normalised yet. */
export type Mailbox = { address: string; name: string };

/** What an address looks like in a page: loose on purpose, lib/detect/address decides what really is one. */
const WHOLE = /^[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+$/u;
const LAST_ANGLE = /^(.*)<\s*(?:mailto:)?([^\s<>]+@[^\s<>]+)\s*>\s*(?:\([^()]*\))?[\s,;]*$/su;
// Overrides and zero-width characters that hide or reorder text. The joiners U+200C and U+200D stay:
// Persian names are spelled with them.
const TRICKS = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Text without tricks, with single spaces. */
export const clean = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(TRICKS, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim();

export const textOf = (element: Element | null | undefined): string => clean(element?.textContent);

/** `text` as an address, or ''. */
export const asAddress = (text: string | null | undefined): string => {
  const trimmed = clean(text);
  return WHOLE.test(trimmed) ? trimmed : '';
};

const unquote = (name: string): string =>
  clean(name)
    .replace(/^["'“](.*)["'”]$/su, '$1')
    .replace(/\\(.)/gsu, '$1')
    .trim();

/**
 * `Name <a@b>` or `a@b`. Only the last angle bracket counts: a display name may hold another address, in brackets
 * even, and it always stands before.
 */
export const mailboxOf = (text: string | null | undefined): Mailbox | null => {
  const trimmed = clean(text);
  const angle = LAST_ANGLE.exec(trimmed);
  if (angle) {
    const address = asAddress(angle[2]);
    return address ? { address, name: unquote(angle[1] ?? '') } : null;
  }
  const address = asAddress(trimmed);
  return address ? { address, name: '' } : null;
};

/** Splits a list of mailboxes at commas and semicolons that stand outside quotes and brackets. */
export const splitMailboxes = (text: string): Mailbox[] => {
  const parts: string[] = [''];
  let quoted = false;
  let depth = 0;
  for (const char of clean(text)) {
    if (char === '"') quoted = !quoted;
    else if (char === '<' && !quoted) depth += 1;
    else if (char === '>' && !quoted) depth = 0;
    if ((char === ',' || char === ';') && !quoted && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.flatMap((part) => mailboxOf(part) ?? []);
};

/** The address of a `mailto:` link without its query, or ''. */
export const mailtoOf = (element: Element): string => {
  const raw = /^\s*mailto:([^?]*)/iu.exec(element.getAttribute('href') ?? '')?.[1] ?? '';
  try {
    return asAddress(decodeURIComponent(raw));
  } catch {
    return asAddress(raw);
  }
};

/** A comma inside brackets, parentheses or quotes separates nothing. */
const SELECTOR = /(?:\[(?:"[^"]*"|[^\]"])*\]|\((?:\([^()]*\)|[^()])*\)|[^,[(])+/gu;
const apart = new Map<string, string[]>();
/** The selectors of a list. */
export const selectorsOf = (list: string): string[] => {
  const known = apart.get(list) ?? (list.match(SELECTOR) ?? []).map((one) => one.trim());
  apart.set(list, known);
  return known;
};

const inOrder = (a: Element, b: Element): number =>
  a.compareDocumentPosition(b) & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */ ? -1 : 1;
/**
 * All inside of `around` that match, in the order of the page. Of a whole page a browser finds one class or one attribute
 * fast, but goes through every element for a list of them: a hundred times as long on 20,000 (Chromium).
 */
export const queryAll = (around: ParentNode, list: string): Element[] => {
  if (!(around instanceof Document)) return [...around.querySelectorAll(list)];
  const groups = selectorsOf(list)
    .map((one) => [...(one.startsWith('head ') ? around.head : around).querySelectorAll(one)])
    .filter(({ length }) => length > 0);
  const [only = []] = groups;
  return groups.length < 2 ? only : [...new Set(groups.flat())].sort(inOrder);
};

/** Where web pages keep an address, the surest first. `href` counts when it is a mailto; `content` is microdata's. */
export const ADDRESS_ATTRIBUTES = [
  'email',
  'data-hovercard-id',
  'data-email',
  'data-address',
  'href',
  'title',
  'content',
] as const;
/** Elements that carry an address in one of them. */
export const MARKED =
  'a[href^="mailto:" i],[data-email],[data-address],[email],[data-hovercard-id*="@"],[title*="@"],[itemprop="email"]';

/** The name that goes with `address`, from the text beside it: '' when the text only repeats the address. */
export const nameBeside = (text: string, address: string): string => {
  const box = mailboxOf(text);
  if (box && box.address.toLowerCase() === address.toLowerCase()) return box.name;
  return clean(text).toLowerCase() === address.toLowerCase() ? '' : unquote(text);
};

/** In sight, as far as the page's styles say. A document that is in no window has none. */
export const isShown = (element: Element): boolean =>
  !hidden(element) &&
  (element.ownerDocument.defaultView === null ||
    element.checkVisibility?.({ visibilityProperty: true }) !== false);

/** Moved to where nobody can scroll: above or left of the page. */
export const isMovedAway = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  const { right, bottom, width } = element.getBoundingClientRect();
  return width > 0 && (right + view.scrollX <= 0 || bottom + view.scrollY <= 0);
};

/** Out of sight by markup alone, without asking for layout. */
export const hidden = (element: Element): boolean =>
  element.closest(
    '[hidden],[aria-hidden="true"],[style*="display:none"],[style*="display: none"],[style*="visibility:hidden"],[style*="visibility: hidden"],template,noscript',
  ) !== null;
