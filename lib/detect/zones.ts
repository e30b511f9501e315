// Where people stand who are not in the conversation, told by markup alone. Used by the generic host only: the
// others know their product's containers by name.

const BODY_TOKEN =
  /(?:^|[\s_-])(?:(?:message|msg|e?mail|letter|article|ticket|comment|note|thread)[\s_-]?(?:body|content|text|html|view-?body)s?|body(?:text)?|gmail[_-]quote|quoted?(?:[\s_-]?text)?|blockquote|signature|moz-(?:cite|signature)[\w-]*)(?:$|[\s_-])/iu;
// Bootstrap and its likes call every box's inside a body.
const LAYOUT_BODY =
  /(?:card|panel|modal|page|app|main|layout|site|table|accordion|drawer|sidebar|widget|offcanvas|toast)[\s_-]?(?:body|content)/giu;

/** Where a page's makers name the parts of it. */
export const NAMES = ['class', 'id', 'data-testid', 'data-test-id'];
export const namesOf = (element: Element): string =>
  NAMES.map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    // messageBody -> message-Body
    .replace(/([a-z])([A-Z])/gu, '$1-$2');

const BODY_TAGS = new Set(['BLOCKQUOTE', 'PRE', 'IFRAME', 'CODE', 'SAMP']);
const BODY_ROLES = new Set(['document', 'textbox']);

/** A container of what somebody wrote: message, quotation, signature, editor. */
export const isBody = (element: Element): boolean =>
  BODY_TAGS.has(element.tagName) ||
  BODY_ROLES.has(element.getAttribute('role') ?? '') ||
  (element.tagName !== 'BODY' &&
    element.tagName !== 'HTML' &&
    BODY_TOKEN.test(namesOf(element).replace(LAYOUT_BODY, '')));

/** What `isBody` may be true for, for a quick look before the slow one. */
export const MAYBE_BODY = [
  'iframe,[role="document"]',
  ...NAMES.flatMap((name) => ['body', 'content', 'text'].map((word) => `[${name}*="${word}" i]`)),
].join();

const APART_TAGS = new Set([
  'NAV',
  'FOOTER',
  'THEAD',
  'TEXTAREA',
  'SELECT',
  'OPTION',
  'BUTTON',
  'TEMPLATE',
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'DIALOG',
]);
const APART_ROLES = new Set(
  'navigation contentinfo list listbox option grid row gridcell treegrid tree treeitem table feed menu menubar menuitem tablist tab toolbar dialog alertdialog search combobox tooltip'.split(
    ' ',
  ),
);

/** In a text that somebody wrote, or in navigation, lists, menus, dialogs and forms. */
export const setApart = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (
      APART_TAGS.has(at.tagName) ||
      APART_ROLES.has(at.getAttribute('role') ?? '') ||
      at.hasAttribute('contenteditable') ||
      isBody(at)
    )
      return true;
  }
  return false;
};

/** One of many alike: a table's row, a list's entry, something that is itself a link. */
export const isRow = (element: Element): boolean =>
  element.closest('tr, li, [role="row"], a[href]:not([href^="mailto:"])') !== null;

const FIELDS =
  'textarea, select, [contenteditable], input:not([type]), input[type="text"], input[type="email"], input[type="search"]';

const inBodyWithin = (element: Element, around: Element): boolean => {
  for (let at: Element | null = element; at && at !== around; at = at.parentElement)
    if (isBody(at)) return true;
  return false;
};

/** Holds fields to type in, of its own and not a mail's: a message being written, not one that was read. */
export const isForm = (element: Element): boolean =>
  [...element.querySelectorAll(FIELDS)].some((field) => !inBodyWithin(field, element));
