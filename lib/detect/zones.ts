// Where people stand who are not in the conversation, told by markup alone: for pages without a description, and inside the
// box of a message whose rows are told apart by their labels.

const BODY_TOKEN =
  /(?:^|[\s_-])(?:(?:message|msg|e?mail|letter|article|ticket|comment|note|thread)[\s_-]?(?:body|content|text|html|view-?body)s?|body(?:text)?|rich[\s_-]?text|prose|ticket-main|gmail[_-]quote|quoted?(?:[\s_-]?text)?|blockquote|signature|moz-(?:cite|signature)[\w-]*)(?:$|[\s_-])/i;
// Bootstrap and its likes call every box's inside a body.
const LAYOUT_BODY =
  /(?:card|panel|modal|page|app|main|layout|site|table|accordion|drawer|sidebar|widget|offcanvas|toast)[\s_-]?(?:body|content)/gi;
const QUOTE_TOKEN =
  /(?:^|[\s_-])(?:quoted?(?:[\s_-]?text)?|blockquote|cite|signature|moz-(?:cite|signature)[\w-]*)(?:$|[\s_-])/i;
// A token as a whole: `from-blue-500` is a colour, `slide-in-from-right` a movement, `customer-success` a department.
const SENDER_NAME =
  /^(?:(?:[a-z]+[_-]){0,3}(?:sender|requester|requestor|customer)|(?:(?:message|msg|e?mail|head|header|ticket)[_-])*from)(?:[_-](?:name|e-?mail|address|addr|info|line|row|header|details?|field|text|value))?$/i;
const isSenderName = (token: string): boolean =>
  SENDER_NAME.test(token.replace(/--.*$/u, '').split('__').at(-1) ?? '');
/** What a mail is called, and what belongs to it, may say whatever its sender likes. */
const TITLE_TOKEN =
  /(?:^|[\s_-])(?:title|subject|file(?:[_-]?name)?|attachment|preview|snippet|summary)s?(?:$|[\s_-])/i;

/** What a page's makers call an element: the same few names stand on thousands of elements. */
type Names = { body: boolean; quote: boolean; sender: boolean; title: boolean; label: boolean };
const known = new Map<string, Names>();

const namesOf = (element: Element): Names => {
  const said = (name: string): string => element.getAttribute(name) ?? '';
  const key = ['class', 'id', 'data-testid', 'data-test-id', 'itemprop'].map(said).join(' ');
  const before = known.get(key);
  if (before) return before;
  // messageBody -> message-Body
  const words = key.replace(/([a-z])([A-Z])/gu, '$1-$2');
  const names = {
    body: BODY_TOKEN.test(words.replace(LAYOUT_BODY, '')),
    quote: QUOTE_TOKEN.test(words),
    sender: words.split(/\s+/u).some(isSenderName),
    title: TITLE_TOKEN.test(words),
    label: /label/i.test(words),
  };
  // Generated ids would let it grow for as long as the tab is open.
  if (known.size > 5_000) known.clear();
  known.set(key, names);
  return names;
};

const BODY_TAGS = new Set(['BLOCKQUOTE', 'PRE', 'IFRAME', 'CODE', 'SAMP']);
const BODY_ROLES = new Set(['document', 'textbox']);

/** A container of what somebody wrote: message, quotation, signature, editor. */
export const isBody = (element: Element): boolean =>
  BODY_TAGS.has(element.tagName) ||
  (element.hasAttributes() &&
    element.tagName !== 'BODY' &&
    (BODY_ROLES.has(element.getAttribute('role') ?? '') || namesOf(element).body));

/** Of what somebody wrote, what another wrote before, or what ends every mail: it stands in texts, and a header in a text is nobody's. */
const isQuote = (element: Element): boolean =>
  element.tagName === 'BLOCKQUOTE' || (element.hasAttributes() && namesOf(element).quote);

export const isCalledSender = (element: Element): boolean =>
  element.hasAttributes() && namesOf(element).sender;
/** The name of a mail or of a file, or what stands in one. */
export const isTitle = (element: Element): boolean =>
  element.closest('h1,h2,h3,h4,h5,h6') !== null ||
  [element, element.parentElement].some((one) => one?.hasAttributes() && namesOf(one).title);
export const isCalledLabel = (element: Element): boolean =>
  ['DT', 'TH', 'LABEL'].includes(element.tagName) || namesOf(element).label;

const APART_TAGS = new Set(
  'NAV FOOTER THEAD TEXTAREA SELECT OPTION BUTTON TEMPLATE SCRIPT STYLE NOSCRIPT DIALOG svg'.split(' '),
);
const APART_ROLES = new Set(
  'navigation contentinfo list listbox option grid row gridcell treegrid tree treeitem table feed menu menubar menuitem tablist tab toolbar dialog alertdialog search combobox tooltip'.split(
    ' ',
  ),
);
const GONE = /(?:display:\s*none|visibility:\s*hidden)/i;

/** A box with more parts than this is a list, whatever it is called: a header has fewer. */
const MOST_PARTS = 40;

/** Navigation, lists, menus, dialogs, editors, and what is hidden: nobody in there is in the conversation. */
export const isApart = (element: Element): boolean =>
  APART_TAGS.has(element.tagName) ||
  element.childElementCount > MOST_PARTS ||
  (element.hasAttributes() &&
    (APART_ROLES.has(element.getAttribute('role') ?? '') ||
      element.hasAttribute('contenteditable') ||
      element.hasAttribute('hidden') ||
      element.getAttribute('aria-hidden') === 'true' ||
      GONE.test(element.getAttribute('style') ?? '')));

/** One of many alike: a table's row, a list's entry, something that is itself a link. */
export const isRow = (element: Element): boolean =>
  element.closest('tr, li, a[href]:not([href^="mailto:"])') !== null;

const FIELDS =
  'textarea, select, [contenteditable], input:not([type]), input[type="text"], input[type="email"], input[type="search"]';

/** Whether what somebody wrote stands between the two, or is the element itself. */
export const inBodyWithin = (element: Element, around: Element): boolean => {
  for (let at: Element | null = element; at && at !== around; at = at.parentElement)
    if (isBody(at)) return true;
  return false;
};

/** So many elements no name, address or row is made of. */
const MOST_IN_VALUE = 100;
/** Whether what somebody wrote stands in it, or so much that it may. */
export const holdsBody = (element: Element): boolean => {
  const inside = element.getElementsByTagName('*');
  return inside.length > MOST_IN_VALUE || [...inside].some(isBody);
};

/** Holds fields to type in, of its own and not a mail's: a message being written, not one that was read. */
export const isForm = (element: Element): boolean =>
  [...element.querySelectorAll(FIELDS)].some((field) => !inBodyWithin(field, element));

const MOST_NODES = 12_000;
const MOST_SENDERS = 12;

/** What a page shows outside its texts, lists and menus. */
export type Outline = {
  /** Texts that may be a label. */
  texts: Text[];
  /** Elements called sender by their makers; none when there are as many as a list has. */
  senders: Element[];
  /** The outermost containers of what somebody wrote, but for quotations, in page order. */
  bodies: Element[];
  /** Texts with an address in them. */
  addresses: Text[];
  /** Open shadow roots, whose changes nobody outside of them can see. */
  roots: ShadowRoot[];
  /** False when the page was too long to be seen whole. */
  whole: boolean;
};

/** One walk over the page that does not enter what it need not know. `maybeLabel` must be cheap. */
export const outline = (root: Element, maybeLabel: (text: string) => boolean): Outline => {
  const found: Outline = { texts: [], senders: [], bodies: [], addresses: [], roots: [], whole: true };
  let left = MOST_NODES;
  const enter = (parent: Node): void => {
    for (let node = parent.firstChild; node && left > 0; node = node.nextSibling) {
      left -= 1;
      if (node instanceof Text) {
        if (maybeLabel(node.data)) found.texts.push(node);
        if (node.data.includes('@')) found.addresses.push(node);
      } else if (node instanceof Element) {
        if (isBody(node)) {
          if (!isQuote(node)) found.bodies.push(node);
        } else if (!isApart(node)) {
          if (isCalledSender(node)) found.senders.push(node);
          if (node.shadowRoot) {
            found.roots.push(node.shadowRoot);
            enter(node.shadowRoot);
          }
          enter(node);
        }
      }
    }
  };
  enter(root);
  found.whole = left > 0;
  if (found.senders.length > MOST_SENDERS) found.senders = [];
  return found;
};
