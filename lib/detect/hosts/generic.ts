import {
  asAddress,
  hidden,
  type Mailbox,
  mailboxOf,
  mailtoOf,
  nameBeside,
  splitMailboxes,
  textOf,
} from '../dom.ts';
import { LABEL_LENGTH, type LabelKind, labelledText, labelOf } from '../labels.ts';
import type { Confidence, Host, PageReading, Person, Role } from '../types.ts';
import { isBody, isCalledLabel, isForm, isRow, type Outline, outline } from '../zones.ts';

const id = 'generic';
const version = '2026-11-21';

/** An address in an attribute is the page's word; a bare one in a text may be somebody's display name. */
type Found = Mailbox & { firm: boolean };
type Row = { kind: LabelKind; label: Element; values: Element[]; found: Found[]; text: string; how: string };
/** One message's header: rows that stand together. */
type Header = { box: Element; rows: Row[] };
type Page = { headers: Header[]; outline: Outline };

const MARKED =
  'a[href^="mailto:" i],[data-email],[data-address],[email],[data-hovercard-id*="@"],[title*="@"]';
const ROLES: Partial<Record<LabelKind, Role>> = {
  from: 'sender',
  'reply-to': 'reply-to',
  to: 'recipient',
  cc: 'participant',
};
const LIMIT = 20;

const markedAddress = (element: Element): string => {
  for (const name of ['data-address', 'data-email', 'email', 'data-hovercard-id']) {
    const address = asAddress(element.getAttribute(name));
    if (address) return address;
  }
  return mailtoOf(element) || (mailboxOf(element.getAttribute('title'))?.address ?? '');
};

const mailboxesIn = (element: Element): Found[] => {
  const marked = [...(element.matches(MARKED) ? [element] : []), ...element.querySelectorAll(MARKED)].flatMap(
    (mark): Found[] => {
      const address = hidden(mark) ? '' : markedAddress(mark);
      return address ? [{ address, name: nameBeside(textOf(mark), address), firm: true }] : [];
    },
  );
  return marked.length > 0 ? marked : hidden(element) ? [] : mailboxesOf(textOf(element));
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
    if (next.tagName === 'DT' || next.tagName === 'TH' || isBody(next)) break;
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
    const values = inside.length > 0 && textOf(element).length > text.length ? inside : valuesAfter(element);
    const loose = node.nextSibling?.nodeType === 3 ? (node.nextSibling.nodeValue ?? '') : '';
    // A word with nothing after it is a column's head or a button.
    if (values.length === 0 && loose.trim() === '') return null;
    const found = [...values.flatMap(mailboxesIn), ...mailboxesOf(loose)];
    return {
      kind: bare.kind,
      label: element,
      values,
      found,
      text: values.map(textOf).join(' ').trim(),
      how: `label "${text}"`,
    };
  }
  // A heading is a subject, whatever it says.
  const both = /^H[1-6]$/u.test(element.tagName) ? null : labelledText(text);
  return both
    ? {
        kind: both.kind,
        label: element,
        values: [],
        found: [...mailboxesOf(both.value), ...[...element.children].flatMap(mailboxesIn)],
        text: both.value,
        how: `text "${both.kind}:"`,
      }
    : null;
};

const EARLY_COLON = /^[^:：؛]{0,40}[:：؛]/u;
/** Nearly every text of a page is ruled out by its length or by having no colon near its start. */
const maybeLabel = (text: string): boolean => text.length <= LABEL_LENGTH || EARLY_COLON.test(text);

const labelledRows = (texts: readonly Text[]): Row[] => {
  const rows = texts.flatMap((text) => rowOf(text) ?? []).slice(0, 200);
  // A subject or a name that reads "From: …" is a value, not a label.
  return rows.filter(
    (row) => !rows.some((other) => other !== row && other.values.some((value) => value.contains(row.label))),
  );
};

/** Elements whose class or test id calls them the sender: as telling as a label, in any language. */
const namedRows = (senders: readonly Element[]): Row[] =>
  senders
    .filter((element) => !isRow(element))
    .flatMap((element): Row[] => {
      const found = mailboxesIn(element).filter((box) => box.firm);
      const how = 'a name that says sender';
      return found.length > 0
        ? [{ kind: 'from', label: element, values: [], found, text: textOf(element), how }]
        : [];
    });

/** The smallest box around `from` that holds another kind of label, too. */
const boxOf = (from: Row, rows: Row[]): Element | null => {
  let box = from.label.parentElement;
  for (let up = 0; box && box !== box.ownerDocument.body && up < 6; up += 1, box = box.parentElement) {
    const holder = box;
    if (rows.some((row) => row.kind !== from.kind && holder.contains(row.label))) return box;
  }
  return null;
};

const pageOf = (doc: Document): Page => {
  const seen = outline(doc.body, maybeLabel);
  const labelled = labelledRows(seen.texts);
  const headers: Header[] = [];
  for (const from of labelled.filter((row) => row.kind === 'from')) {
    const box = boxOf(from, labelled);
    if (box && !headers.some((header) => header.box === box) && !isForm(box))
      headers.push({ box, rows: labelled.filter((row) => box.contains(row.label)) });
  }
  for (const row of namedRows(seen.senders))
    if (!headers.some((header) => header.box.contains(row.label)) && !isForm(row.label))
      headers.push({ box: row.label, rows: [row] });
  return { headers: headers.slice(0, LIMIT), outline: seen };
};

/** Whether a message's text follows close by. Without one, the header may itself be part of a text. */
const hasBodyAfter = (row: Element, bodies: readonly Element[]): boolean => {
  let around: Element | null = row;
  for (let up = 0; up < 6 && around?.parentElement && around.tagName !== 'BODY'; up += 1)
    around = around.parentElement;
  return bodies.some(
    (body) =>
      around?.contains(body) &&
      row.compareDocumentPosition(body) === 4 /* Node.DOCUMENT_POSITION_FOLLOWING */,
  );
};

const framed = (doc: Document): boolean =>
  doc.defaultView !== null && doc.defaultView.top !== doc.defaultView;

const peopleOf = ({ headers, outline: { bodies, whole } }: Page, doc: Document): Person[] => {
  const senders = new Set(
    headers.flatMap((header) =>
      header.rows
        .filter((row) => row.kind === 'from')
        .flatMap((row) => row.found.map((box) => box.address.toLowerCase())),
    ),
  );
  // Two senders may be a mail and its quotation; a sender without an address may be the one that counts; and a
  // frame may be nothing but a mail's text.
  const nameless = headers.some((header) =>
    header.rows.some((row) => row.kind === 'from' && row.found.length === 0),
  );
  const alone = senders.size === 1 && !nameless && whole && !framed(doc);
  return headers
    .flatMap((header) => {
      const first = header.rows[0];
      const body = alone && first !== undefined && hasBodyAfter(first.label, bodies);
      return header.rows.flatMap((row): Person[] => {
        const role = ROLES[row.kind];
        if (!role) return [];
        return row.found.map((box) => {
          const confidence: Confidence = body && box.firm ? 'likely' : 'weak';
          return { address: box.address, name: box.name, role, confidence, from: row.how };
        });
      });
    })
    .slice(0, LIMIT);
};

const NOTHING: Page = { headers: [], outline: { texts: [], senders: [], bodies: [], whole: true } };
/** Where the last reading found somebody: what may change the next one. */
const lastRows = new WeakMap<Document, Element[]>();

const read = (doc: Document, url: URL): PageReading => {
  const shared = { host: id, version, self: [] };
  // A document without an address of its own (srcdoc, blob) is a mail's text or an editor, never the mail page.
  const page = /^https?:$/u.test(url.protocol) && doc.body ? pageOf(doc) : NOTHING;
  const { headers } = page;
  // Of a header only the rows that were read: the clocks and buttons beside them tick at will.
  const rows = headers.flatMap((header) => header.rows.map((row) => row.label.parentElement ?? header.box));
  lastRows.set(doc, [...new Set(rows)]);
  const people = peopleOf(page, doc);
  if (people.length === 0)
    return {
      ...shared,
      kind: 'miss',
      miss: headers.length > 0 ? 'name-only' : doc.readyState === 'loading' ? 'loading' : 'no-conversation',
    };
  const subject = headers[0]?.rows.find((row) => row.kind === 'subject')?.text.slice(0, 300) ?? '';
  const conversation = `${url.pathname}${url.search}${url.hash} ${subject}`.slice(0, 1_000);
  return { ...shared, kind: 'people', conversation, ...(subject && { subject }), people };
};

/**
 * Any other webmail or help desk: the header of a message as people write it, labels in many languages or class
 * names that say "sender", never anything from a text that somebody wrote. It is `likely` only when a message's
 * text follows and nobody else is called sender; everything else is `weak`, and the panel asks.
 */
export const generic: Host = {
  id,
  name: 'Any mail page',
  version,
  matches: () => true,
  read,
  regions: (doc) => (lastRows.get(doc) ?? []).filter((row) => row.isConnected),
};
