import { chooseEditor, type Editor, type Rich } from './editors.ts';
import { goesElsewhere } from './recipients.ts';
import type { Inserted } from './types.ts';

/**
 * Editors that keep a document of their own beside the page's: what is typed into the page behind their back some put wrong or cannot
 * take back, and pasting is what they are built to take from elsewhere. By the names that they give their boxes: CKEditor 4 and 5,
 * ProseMirror, Quill, Draft.js, Lexical, Slate. Seen 2026-11-22: CKEditor 4 in Request Tracker 5 needs it, Quill 2.0.3 and ProseMirror
 * 1.42 are right with it; TinyMCE 5 in Roundcube 1.6 is right without, if its own way back is minded (MARKING).
 */
const PASTING =
  '.cke_editable,.ck-editor__editable,.ProseMirror,.ql-editor,.public-DraftEditor-content,[data-lexical-editor],[data-slate-editor]';

/** TinyMCE goes back in steps of its own, from mark to mark. */
const MARKING = '.mce-content-body';

/** Text, and nothing but text: markup in it stays what was typed. */
const paste = (element: HTMLElement, text: string): boolean => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // Whoever takes it says so by keeping the browser from doing it, too. By itself the browser does nothing for a made event.
  return !element.dispatchEvent(event);
};

/** As if typed: the browser makes the editor's own paragraphs of the lines, tells the page, and can take it back as one step. */
const write = (doc: Document, text: string): boolean => doc.execCommand('insertText', false, text);

/**
 * Lets TinyMCE mark what stands there now as a step. It does so when told that text came in and not which: Chromium tells it so after
 * a write, Firefox names the text and gets no mark (seen 2026-11-22 with TinyMCE 5.8.2, Firefox 153). Nothing new to mark, no mark.
 */
const mark = (element: HTMLElement): void => {
  if (element.matches(MARKING))
    element.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: null, bubbles: true }));
};

const selectionOf = (element: HTMLElement): Selection | null => {
  // Only Chromium has it on shadow roots, and only there is the document's blind for what is within them.
  const root = element.getRootNode();
  return 'getSelection' in root && typeof root.getSelection === 'function'
    ? root.getSelection()
    : element.ownerDocument.getSelection();
};

/** Puts the cursor into the editor if it stands elsewhere; a selection in it is the rep's own, and what is inserted replaces it. */
const enter = ({ element }: Rich): void => {
  const isInside = (): boolean => {
    const selection = selectionOf(element);
    return (
      selection !== null &&
      selection.rangeCount > 0 &&
      element.contains(selection.getRangeAt(0).commonAncestorContainer)
    );
  };
  const before = isInside();
  element.focus({ preventScroll: true });
  if (!before && !isInside()) selectionOf(element)?.collapse(element, 0);
};

const insertRich = (editor: Rich, text: string): boolean => {
  const { element } = editor;
  enter(editor);
  if (element.matches(PASTING) && paste(element, text)) return true;
  // Before, too: what the rep typed until now is a step of its own and stays when the text is taken back.
  mark(element);
  const written = write(element.ownerDocument, text);
  mark(element);
  return written;
};

const insertPlain = (editor: Exclude<Editor, Rich>, text: string, focused: boolean): boolean => {
  const { element } = editor;
  if (!focused) {
    const end = element.selectionEnd ?? element.value.length;
    element.focus({ preventScroll: true });
    element.setSelectionRange(end, end);
  }
  if (write(element.ownerDocument, text)) return true;
  // It cannot be taken back with Ctrl+Z, but a browser that refuses the command leaves nothing better.
  const { selectionStart, selectionEnd } = element;
  element.setRangeText(text, selectionStart ?? 0, selectionEnd ?? 0, 'end');
  return element.dispatchEvent(
    new InputEvent('input', { inputType: 'insertText', data: text, bubbles: true, composed: true }),
  );
};

/**
 * Puts `text` at the cursor of this document's editor, as text whatever is in it, and sends nothing. Lines end in \n; a field of one
 * line gets them as spaces. Where the composer names receivers and none of them is in `known`, nothing is inserted.
 */
export const insertInto = (doc: Document, text: string, known: readonly string[]): Inserted => {
  const chosen = chooseEditor(doc);
  if (typeof chosen === 'string') return { ok: false, why: chosen };
  const { editor, focused } = chosen;
  const { kind } = editor;
  const to = goesElsewhere(editor.element, known);
  if (to !== null) return { ok: false, why: 'elsewhere', to };
  const done =
    editor.kind === 'rich'
      ? insertRich(editor, text)
      : insertPlain(editor, editor.kind === 'line' ? text.replace(/\s*\n\s*/g, ' ') : text, focused);
  return done ? { ok: true, editor: kind } : { ok: false, why: 'refused' };
};
