import { labelOf } from '#lib/detect/labels.ts';
import { visibleEditors } from './editors.ts';

/** What a row of a composer is: `other` names no receiver (From, Reply-To, Subject). */
type Row = 'to' | 'copy' | 'other';

/** As forms name their fields (`_to`, `to[]`, `toRecipients`, `email-to`), letters and digits only. */
const NAMES: readonly (readonly [RegExp, Row])[] = [
  [/^(?:e?mail)?(?:to(?:recipients?|address(?:es)?|field|input)?|recipients?)$/, 'to'],
  [/^(?:e?mail)?b?cc(?:recipients?|address(?:es)?|field|input)?$/, 'copy'],
  [/^(?:e?mail)?(?:from|sender|replyto|followupto|subject|subjectbox|title)$/, 'other'],
];
const byName = (name: string): Row | null => {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return NAMES.find(([form]) => form.test(bare))?.[1] ?? null;
};

const ROWS = { to: 'to', cc: 'copy', from: 'other', 'reply-to': 'other', subject: 'other' } as const;
const byWord = (text: string): Row | null => {
  const label = labelOf(text.trim());
  return label ? ROWS[label.kind] : /^bcc\s*:?$/i.test(text.trim()) ? 'copy' : null;
};

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
/** What an element says of itself: by its name, or by the words that people are shown. */
const rowOf = (element: Element): Row | null => {
  const words = ['aria-label', 'placeholder'].map((name) => attribute(element, name));
  const labels = 'labels' in element && element.labels ? [...(element.labels as NodeListOf<Element>)] : [];
  return (
    byName(attribute(element, 'name')) ??
    byName(attribute(element, 'id')) ??
    [...words, ...labels.map(({ textContent }) => textContent ?? '')].map(both).find(Boolean) ??
    // Only a bare word is a label; what has parts is a row, and its parts say more.
    (element.childElementCount === 0 ? byWord(element.textContent ?? '') : null)
  );
};
const both = (words: string): Row | null => (words.length > 24 ? null : (byWord(words) ?? byName(words)));

const ADDRESS =
  /[^\s<>@,;:"'()[\]\u2068\u2069]+@[^\s<>@,;:"'()[\]\u2068\u2069]+\.[^\s<>@,;:"'()[\].\u2068\u2069]{2,}/gu;
/** Where the chips of webmails and help desks keep the address whose name they show. */
const KEPT = ['data-hovercard-id', 'email', 'data-email', 'data-address', 'title', 'aria-label', 'href'];

const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ' ')).join('');
const textsOf = (element: Element): string[] => {
  if (element.localName === 'select')
    return [...(element as HTMLSelectElement).selectedOptions].flatMap((one) => [one.value, one.text]);
  if (
    element.localName === 'option' ||
    element.matches(':is([type="checkbox"],[type="radio"]):not(:checked)')
  )
    return [];
  const value = 'value' in element && typeof element.value === 'string' ? element.value : ownText(element);
  return [value, ...KEPT.map((name) => attribute(element, name).replace(/^mailto:|\?.*$/gi, ''))];
};

/** What stands there beside a composer: messages, searches, what leads elsewhere. */
const APART = 'article,[role="article"],blockquote,[role="search"],nav,script,style,template';
const FIELD =
  'input,textarea,select,[contenteditable]:not([contenteditable="false"]),[role="combobox"],[role="listbox"],[role="textbox"]';
const FORM = 'form,dialog,[role="dialog"],[aria-modal="true"]';
const DIALOG = 'dialog,[role="dialog"],[aria-modal="true"]';

// A library's chips stand in the place of a field that is there, but out of sight.
const isShown = (element: Element): boolean =>
  [element, element.parentElement].some((one) => (one?.getClientRects().length ?? 0) > 0);

const frameAround = (doc: Document): Element | null => {
  try {
    return doc.defaultView?.frameElement ?? null;
  } catch {
    return null; // Of another site: from here it cannot be seen.
  }
};
/** The element around this one, out of shadow roots and frames, too. */
const around = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : frameAround(element.ownerDocument);
};
const path = (element: Element): Element[] => {
  const above: Element[] = [];
  for (let at = around(element); at; at = around(at)) above.push(at);
  return above;
};

/** The elements of `box` in the order of the page, but for what people write in and what stands apart. */
const within = (box: Element, editors: ReadonlySet<Element>, mine: ReadonlySet<Element>): Element[] =>
  [...box.children, ...(box.shadowRoot?.children ?? [])].flatMap((element) =>
    editors.has(element) || (element.matches(APART) && !mine.has(element))
      ? []
      : [element, ...within(element, editors, mine)],
  );

/** How far from a chip its field may be. */
const NEAR = 4;

type Named = { to: string[]; copies: string[] };

/** Whom the rows of `elements` name, as people read them: what stands behind the word "To", until the next such word. */
const read = (box: Element, elements: readonly Element[]): Named => {
  const rows = new Map<Element, Row>();
  const order = new Map<Element, number>();
  for (const [at, element] of elements.entries()) {
    order.set(element, at);
    const row = isShown(element) ? rowOf(element) : null;
    if (row) rows.set(element, row);
  }
  const labels = [...rows].map(([element, row]) => ({ element, row, above: path(element) }));
  const rowFor = (element: Element): Row | null => {
    const at = order.get(element) ?? 0;
    let up: Element | null = element;
    for (let n = 0; up && n <= NEAR; n++, up = around(up)) {
      const outer: Element = up;
      const own = rows.get(outer);
      if (own) return own;
      const inside = labels.filter(({ above }) => above.includes(outer));
      const before = inside.findLast((one) => (order.get(one.element) ?? 0) < at);
      if (before) return before.row;
      if (outer === box) return null;
      // A field may stand behind its chips; a word behind them is of the next row, or adds one.
      const fields = new Set(inside.flatMap((one) => (one.element.matches(FIELD) ? [one.row] : [])));
      if (fields.size > 0) return fields.size === 1 ? ([...fields][0] ?? null) : null;
    }
    return null;
  };
  const named: Named = { to: [], copies: [] };
  for (const element of elements) {
    const addresses = textsOf(element).flatMap((text) => text.match(ADDRESS) ?? []);
    if (addresses.length === 0 || !isShown(element)) continue;
    const row = rowFor(element);
    if (row === 'to') named.to.push(...addresses);
    if (row === 'copy') named.copies.push(...addresses);
  }
  return named;
};

/**
 * Whom the composer around `editor` names. The composer is the closest thing around it that has a field for receivers, or a form or
 * dialog that says "To"; what holds another editor is more than one composer. A page's own rows, such as those of the mail that is
 * answered, are no part of it.
 */
const namedBy = (editor: Element): Named | null => {
  const above = path(editor);
  const mine = new Set(above);
  const all = new Set<Element>(
    [editor.ownerDocument, ...above.map((one) => one.ownerDocument)].flatMap((doc) =>
      visibleEditors(doc).flatMap(({ element }) => (rowOf(element) ? [] : [element])),
    ),
  );
  all.add(editor);
  for (const box of above) {
    if ([...all].some((one) => !mine.has(one) && one !== editor && path(one).includes(box))) return null;
    const elements = within(box, all, mine);
    const isTo = (element: Element): boolean => rowOf(element) === 'to' && isShown(element);
    if (elements.some((one) => one.matches(FIELD) && isTo(one)) || (box.matches(FORM) && elements.some(isTo)))
      return read(box, elements);
    if (box.matches(DIALOG)) return null;
  }
  return null;
};

/** Addresses that reach the same person look the same then: letter case, what stands behind a plus, the domain's script. */
const plain = (address: string): string => {
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at)
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<=.)\+.*$/u, '');
  try {
    return `${local}@${new URL(`http://${address.slice(at + 1)}`).hostname}`;
  } catch {
    return `${local}${address.slice(at).toLowerCase()}`;
  }
};

/**
 * The first address that the composer around `editor` is to, if it is to somebody and none of `known` is among those who get it; null
 * where it goes to one of them, and where nothing tells.
 */
export const goesElsewhere = (editor: Element, known: readonly string[]): string | null => {
  const named = known.length > 0 ? namedBy(editor) : null;
  const theirs = new Set(known.map(plain));
  return named && ![...named.to, ...named.copies].some((one) => theirs.has(plain(one)))
    ? (named.to[0] ?? null)
    : null;
};
