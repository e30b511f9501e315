import { standsOut } from './choose.ts';
import type { EditorKind, FrameEditors } from './types.ts';

export type Editor = { kind: 'line' | 'text'; element: HTMLInputElement | HTMLTextAreaElement } | Rich;
export type Rich = { kind: Extract<EditorKind, 'rich'>; element: HTMLElement };

/** Fields of a mail's header, and searches, by the names that forms give them (`_to`, `search`). */
const OTHER =
  /^[^a-z]*(to|cc|bcc|from|reply-?to|followup-?to|subject|title|recipients?|search|query)[^a-z]*$/i;
/** A single line is a search, a name, a number: only one that calls itself so takes messages. */
const MESSAGE = /message|reply|comment|answer|chat/i;

const isOther = (element: Element): boolean =>
  /^(combobox|searchbox)$/.test(element.getAttribute('role') ?? '') ||
  element.matches('[aria-autocomplete="list"],[aria-readonly="true"],[role="search"] *') ||
  OTHER.test(element.getAttribute('name') ?? '') ||
  OTHER.test(element.id);

const isShown = (element: Element): boolean =>
  element.getClientRects().length > 0 &&
  element.ownerDocument.defaultView?.getComputedStyle(element).visibility !== 'hidden';

/** The element with the focus, inside open shadow roots, too. It stays so when the window loses the focus. */
const focusedIn = (doc: Document): Element | null => {
  let focused = doc.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
};

/** The outermost editable element around `element`, inside its own tree. */
const editingHost = (element: HTMLElement): HTMLElement => {
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
};

const namesOf = (field: Element): string =>
  ['name', 'id', 'placeholder', 'aria-label'].map((name) => field.getAttribute(name) ?? '').join(' ');

/** What can be written in at `element`, or null. */
const editorAt = (element: Element): Editor | null => {
  if (element.matches('textarea,input[type="text"],input:not([type])')) {
    const field = element as HTMLInputElement | HTMLTextAreaElement;
    const kind = field.localName === 'input' ? 'line' : 'text';
    const isOpen = !field.disabled && !field.readOnly && !isOther(field) && isShown(field);
    return isOpen && (kind === 'text' || MESSAGE.test(namesOf(field))) ? { kind, element: field } : null;
  }
  const { body, designMode } = element.ownerDocument;
  if (designMode === 'on') return { kind: 'rich', element: body };
  const html = element as HTMLElement;
  if (!html.isContentEditable) return null;
  const host = editingHost(html);
  return isOther(host) || host.ariaMultiLine === 'false' || !isShown(host)
    ? null
    : { kind: 'rich', element: host };
};

const EDITABLE = 'textarea,[contenteditable]:not([contenteditable="false"])';
/** Elements of `root` that may be editors, inside open shadow roots, too. */
const candidates = (root: Document | ShadowRoot): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(EDITABLE) ? [element] : []),
    ...(element.shadowRoot ? candidates(element.shadowRoot) : []),
  ]);

/** The compose boxes in sight. A single line is none: only a cursor that stands in it says that it is meant. */
export const visibleEditors = (doc: Document): Editor[] => {
  const found = new Map<Element, Editor>();
  const all = doc.designMode === 'on' ? [doc.body] : candidates(doc);
  for (const element of all) {
    const editor = editorAt(element);
    if (editor) found.set(editor.element, editor);
  }
  return [...found.values()];
};

/** A body that is written in fills its frame, however little is in it. */
const areaOf = ({ element }: Editor): number => {
  const { documentElement, body } = element.ownerDocument;
  const { width, height } = element.getBoundingClientRect();
  return element === body
    ? documentElement.clientWidth * documentElement.clientHeight
    : Math.round(width * height);
};

/** The frame's element in the document around it; null where that is another site's. */
const frameOf = (win: Window): Element | null => {
  try {
    return win.frameElement;
  } catch {
    return null;
  }
};

const isLed = (win: Window): boolean | null => {
  if (win.parent === win) return true;
  const frame = frameOf(win);
  if (!frame) return null;
  const around = frame.ownerDocument.defaultView;
  return focusedIn(frame.ownerDocument) === frame && (around ? isLed(around) : null);
};

/** The editor that the cursor stands in. */
const focusedEditor = (doc: Document): Editor | null => {
  const focused = focusedIn(doc);
  return focused && editorAt(focused);
};

const focusOf = (focused: Element | null, editor: Editor | null): FrameEditors['focus'] => {
  if (editor) return editor.kind === 'line' ? 'line' : 'editor';
  return focused?.localName === 'iframe' ? 'frame' : 'elsewhere';
};

/** What this document has to write in; the documents of its frames answer for themselves. */
export const describeEditors = (doc: Document): FrameEditors => {
  const win = doc.defaultView;
  return {
    focus: focusOf(focusedIn(doc), focusedEditor(doc)),
    led: win && isLed(win),
    areas: visibleEditors(doc).map(areaOf),
  };
};

/** The editor to write into, chosen as chooseFrame chooses among frames. */
export const chooseEditor = (doc: Document): { editor: Editor; focused: boolean } | 'none' | 'several' => {
  const focused = focusedEditor(doc);
  if (focused && focused.kind !== 'line') return { editor: focused, focused: true };
  const editors = visibleEditors(doc);
  const at = standsOut(editors.map(areaOf));
  const editor = typeof at === 'number' ? editors[at] : undefined;
  if (editor) return { editor, focused: false };
  return at === 'none' && focused ? { editor: focused, focused: true } : at === 'several' ? at : 'none';
};
