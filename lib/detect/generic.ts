import { clean, isMovedAway, isShown, textOf } from './dom.ts';
import { labelledRows, mailboxesIn, maybeLabel, ROLES, type Row } from './header-rows.ts';
import { labelOf } from './labels.ts';
import type { Confidence, Host, PageReading, Person } from './types.ts';
import { isForm, isRow, isTitle, type Outline, outline } from './zones.ts';

const id = 'generic';
const version = '2026-11-21';

/** One message's header: rows that stand together. */
type Header = { box: Element; rows: Row[] };
type Page = { headers: Header[]; outline: Outline };

const LIMIT = 20;

/** Elements whose class or test id calls them the sender, in any language: a notice of another mail or a list may do so, too. */
const namedRows = (senders: readonly Element[]): Row[] =>
  senders
    .filter((element) => !isRow(element))
    .flatMap((element): Row[] => {
      const found = mailboxesIn(element);
      const how = 'a name that says sender';
      return found.length > 0
        ? [
            {
              kind: 'from',
              label: element,
              around: element,
              values: [],
              found,
              text: textOf(element),
              how,
              guess: element.getAttribute('itemprop') !== 'sender',
            },
          ]
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

/** A message that was read before may still stand in the page, out of sight. */
const isInSight = ({ around, values }: Row): boolean =>
  [around, ...values].some((element) => isShown(element) && !isMovedAway(element));

const MOST_IN_LINE = 20;
const isProseText = (text: string): boolean => /^-{2,}|[.!,،。，]$/u.test(text);
/** What stands above a header inside of a text: a paragraph, a greeting, the line of dashes of a forwarded mail. */
const isProse = (node: Node): boolean => {
  if (!(node instanceof Element)) return isProseText(clean(node.textContent));
  // What has many parts is no line of a text, and too long to be read for this.
  if (node.getElementsByTagName('*').length > MOST_IN_LINE) return false;
  const text = textOf(node);
  return isProseText(text) || (node.tagName === 'P' && text !== '' && labelOf(text) === null);
};
const PARTS = 3;
/** Whether somebody's words stand right above: then the header is quoted, or forwarded, in a text that nothing says to be one. */
const isBelowProse = ({ box, rows }: Header): boolean => {
  let around = rows[0]?.label ?? null;
  for (let up = 0; up < PARTS && around && around.tagName !== 'BODY'; around = around.parentElement) {
    if (!box.contains(around) || around === box) up += 1;
    for (let above = around.previousSibling; above; above = above.previousSibling)
      if (isProse(above) && !rows.some(({ label }) => above?.contains(label))) return true;
  }
  return false;
};

const pageOf = (doc: Document): Page => {
  const seen = outline(doc.body, maybeLabel);
  const labelled = labelledRows(seen.texts).filter(isInSight);
  const headers: Header[] = [];
  for (const from of labelled.filter((row) => row.kind === 'from')) {
    const box = boxOf(from, labelled);
    if (box && !headers.some((header) => header.box === box) && !isForm(box))
      headers.push({ box, rows: labelled.filter((row) => box.contains(row.label)) });
  }
  for (const row of namedRows(seen.senders).filter(isInSight)) {
    const around = headers.find((header) => header.box.contains(row.label));
    if (around) around.rows.push(row);
    else if (!isForm(row.label)) headers.push({ box: row.label, rows: [row] });
  }
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

const ADDRESS = /[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+\.[^\s<>()[\]",;:@.]+/gu;
const mentionedIn = ({ data }: Text): Person[] =>
  (data.slice(0, 600).match(ADDRESS) ?? []).map((address) => ({
    address,
    name: '',
    role: 'mentioned',
    confidence: 'weak',
    from: 'beside the header',
  }));

const peopleOf = ({ headers, outline: { bodies, addresses, whole } }: Page, doc: Document): Person[] => {
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
  if (headers.length === 0) return [];
  const named = headers.flatMap(({ rows }) => rows);
  // Outside of texts another address stands in sight: a header that was not known for one may have it.
  const beside = addresses.filter(
    ({ parentElement: at }) =>
      at &&
      !named.some(({ label, around, values }) =>
        [label, around, ...values].some((one) => one.contains(at)),
      ) &&
      !isTitle(at) &&
      isShown(at),
  );
  const alone = senders.size === 1 && !nameless && whole && !framed(doc);
  const people = headers
    .flatMap((header) => {
      const first = header.rows[0];
      const body = alone && first !== undefined && hasBodyAfter(first.label, bodies) && !isBelowProse(header);
      return header.rows.flatMap((row): Person[] => {
        const role = ROLES[row.kind];
        if (!role) return [];
        return row.found.map((box) => {
          const confidence: Confidence = body && box.firm && !row.guess ? 'likely' : 'weak';
          return { address: box.address, name: box.name, role, confidence, from: row.how };
        });
      });
    })
    .slice(0, LIMIT);
  return people.length > 0 ? [...people, ...beside.slice(0, LIMIT).flatMap(mentionedIn)] : [];
};

const NOTHING: Page = {
  headers: [],
  outline: { texts: [], senders: [], bodies: [], addresses: [], roots: [], whole: true },
};
/** Where the last reading found somebody, and what it saw inside of: what may change the next one. */
const lastRows = new WeakMap<Document, Element[]>();
const lastRoots = new WeakMap<Document, ShadowRoot[]>();

const read = (doc: Document, url: URL): PageReading => {
  const shared = { host: id, version, self: [] };
  // A document without an address of its own (srcdoc, blob) is a mail's text or an editor, never the mail page.
  const page = /^https?:$/u.test(url.protocol) && doc.body ? pageOf(doc) : NOTHING;
  const { headers } = page;
  // Of a header only the rows that were read: the clocks and buttons beside them tick at will.
  const rows = headers.flatMap((header) =>
    header.rows.flatMap((row) => [row.label.parentElement ?? header.box, ...row.values]),
  );
  lastRows.set(doc, [...new Set(rows)]);
  lastRoots.set(doc, page.outline.roots);
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
  version,
  read,
  regions: (doc) => (lastRows.get(doc) ?? []).filter((row) => row.isConnected),
  roots: (doc) => lastRoots.get(doc) ?? [],
};
