import { visibleEditors } from './editors.ts';
import { goesElsewhere } from './recipients.ts';
import { isNoReply, sends, sendWord } from './sends.ts';

export type SendingOptions = {
  win: Window;
  /** Called once for each reply that seems to have gone out, with when what sends was pressed: epoch milliseconds. */
  sent: (at: number) => void;
  /** The addresses of whoever is in view; a reply to somebody else is not told of. Empty: not known. */
  known: () => readonly string[];
  /** False once the extension was updated or removed under this page: then all falls silent for good. */
  alive: () => boolean;
};

/** How long a mail may take from the press to the server's yes; milliseconds, as all here. */
const PATIENCE = 60_000;
const LOOK = 200;

const BUTTON = 'button,a,input[type="submit"],input[type="button"],input[type="image"],[role="button"]';
const FRAME = 'iframe';

const nameOf = (button: Element): string =>
  [
    button.getAttribute('aria-label'),
    button instanceof HTMLInputElement ? button.value : button.textContent,
    button.getAttribute('title'),
  ].find((name) => name?.trim()) ?? '';

/** The body of an editor that fills a frame of this page; null for all other frames. */
const bodyOf = (frame: Element): HTMLElement | null => {
  try {
    const doc = (frame as HTMLIFrameElement).contentDocument;
    return doc && (doc.body.isContentEditable || doc.designMode === 'on') ? doc.body : null;
  } catch {
    return null;
  }
};

const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/** What stands in a box: asked only whether that is anything at all. */
const isEmpty = (box: Element): boolean => {
  const text =
    box.localName === FRAME ? bodyOf(box)?.textContent : 'value' in box ? box.value : box.textContent;
  return !String(text ?? '').trim();
};

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);
const holds = (outer: Node, inner: Node): boolean => {
  for (let at: Node | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};

/** What a composer is never as large as: a button out there is not its own. */
const LARGER = 'body,main,[role="main"]';
const SAME = 'form,dialog,[role="dialog"]';
/** Whether a button is that of the box: in one form with it, or behind it in something that is no whole page or conversation. */
const isOwn = (button: Node, box: Element): boolean => {
  const form = box.closest(SAME);
  if (form && holds(form, button)) return true;
  let shared: Node | null = box;
  while (shared && !holds(shared, button)) shared = parentOf(shared);
  return (
    shared instanceof Element &&
    !shared.matches(LARGER) &&
    !shared.querySelector('article,[role="article"],h1') &&
    (box.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
};

/**
 * Notices that a reply went out, without reading it: somebody presses what sends (or Ctrl+Enter) beside a box with words in it, and
 * then the box goes, or the page. Whatever else is pressed or typed in between means that it has not gone out.
 */
export const watchSending = ({ win, sent, known, alive }: SendingOptions): void => {
  const doc = win.document;
  const life = new AbortController();
  let box: Element | null = null;
  let failed = '';
  let pressed = 0;
  let looking: ReturnType<typeof setInterval> | undefined;

  const end = (): void => {
    box = null;
    clearInterval(looking);
  };
  const went = (): void => {
    end();
    if (alive()) sent(pressed);
    else life.abort();
  };
  /** True while a press waits for its outcome. */
  const look = (): boolean => {
    if (!box) return false;
    if (failed && doc.querySelector(failed)) end();
    else if (!isShown(box) || isEmpty(box)) went();
    else if (Date.now() > pressed + PATIENCE) end();
    return box !== null;
  };

  const boxes = (): Element[] => [
    ...visibleEditors(doc).map(({ element }) => element),
    ...[...doc.querySelectorAll(FRAME)].filter((frame) => isShown(frame) && bodyOf(frame)),
  ];
  const begin = (near: Node, rule?: { failed?: string }, isOwnOnly = false): void => {
    const all = boxes();
    let around: Node | null = near;
    while (around && !all.some((one) => around && holds(around, one))) around = parentOf(around);
    const size = (one: Element): number => one.clientWidth * one.clientHeight;
    const [nearest] = all
      .filter((one) => around && holds(around, one) && !isEmpty(one))
      .sort((a, b) => size(b) - size(a));
    if (!nearest || (isOwnOnly && !isOwn(near, nearest))) return;
    end();
    // Asked now: with the box its rows go, too.
    if (goesElsewhere(nearest, known())) return;
    box = nearest;
    // What shows a failure may stand there still, from the time before.
    failed = rule?.failed && !doc.querySelector(rule.failed) ? rule.failed : '';
    pressed = Date.now();
    looking = setInterval(look, LOOK);
  };

  const ruleHere = () => sends.find(({ where }) => doc.querySelector(where));
  const onClick = (event: Event): void => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((one) => one instanceof Element);
    const rule = ruleHere();
    const button = path.find((one) => one.matches(rule ? rule.press : BUTTON));
    const word = button && (rule ? 'sends' : sendWord(nameOf(button)));
    if (button && word) begin(button, rule, word === 'replies');
    else if (look()) end();
  };
  const onKey = (event: Event): void => {
    if (!event.isTrusted || !(event instanceof KeyboardEvent) || /^(Control|Meta|Shift|Alt)/.test(event.key))
      return;
    const [at] = event.composedPath();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && at instanceof Node && !ruleHere())
      begin(at);
    // Enter on a button is a click, too, and that says more.
    else if (event.key !== 'Enter' && look()) end();
  };
  /** A form with a single button has nothing else to be sent with, whatever is written on it; unless that says that it is no reply. */
  const onSubmit = (event: Event): void => {
    const form = event.target;
    if (!event.isTrusted || !(form instanceof HTMLFormElement) || ruleHere()) return;
    const [button, ...more] = form.querySelectorAll(BUTTON);
    if (!button || more.length > 0 || isNoReply(nameOf(button))) return;
    if (boxes().some((one) => form.contains(one))) begin(form);
  };

  const options = { capture: true, passive: true, signal: life.signal };
  win.addEventListener('click', onClick, options);
  win.addEventListener('keydown', onKey, options);
  win.addEventListener('submit', onSubmit, options);
  win.addEventListener('pagehide', () => look() && went(), options);
};
