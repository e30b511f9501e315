import { visibleEditors } from './editors.ts';
import { isSendWord, sends } from './sends.ts';

export type SendingOptions = {
  win: Window;
  /** Called once for each reply that seems to have gone out. */
  sent: () => void;
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

/**
 * Notices that a reply went out, without reading it: somebody presses what sends (or Ctrl+Enter) beside a box with words in it, and
 * then the box goes, or the page. Whatever else is pressed or typed in between means that it has not gone out.
 */
export const watchSending = ({ win, sent, alive }: SendingOptions): void => {
  const doc = win.document;
  const life = new AbortController();
  let box: Element | null = null;
  let failed = '';
  let until = 0;
  let looking: ReturnType<typeof setInterval> | undefined;

  const end = (): void => {
    box = null;
    clearInterval(looking);
  };
  const went = (): void => {
    end();
    if (alive()) sent();
    else life.abort();
  };
  /** True while a press waits for its outcome. */
  const look = (): boolean => {
    if (!box) return false;
    if (failed && doc.querySelector(failed)) end();
    else if (!isShown(box) || isEmpty(box)) went();
    else if (performance.now() > until) end();
    return box !== null;
  };

  const boxes = (): Element[] => [
    ...visibleEditors(doc).map(({ element }) => element),
    ...[...doc.querySelectorAll(FRAME)].filter((frame) => isShown(frame) && bodyOf(frame)),
  ];
  const begin = (near: Node, rule?: { failed?: string }): void => {
    const all = boxes();
    let around: Node | null = near;
    while (around && !all.some((one) => around && holds(around, one))) around = parentOf(around);
    const size = (one: Element): number => one.clientWidth * one.clientHeight;
    const [nearest] = all
      .filter((one) => around && holds(around, one) && !isEmpty(one))
      .sort((a, b) => size(b) - size(a));
    if (!nearest) return;
    end();
    box = nearest;
    // What shows a failure may stand there still, from the time before.
    failed = rule?.failed && !doc.querySelector(rule.failed) ? rule.failed : '';
    until = performance.now() + PATIENCE;
    looking = setInterval(look, LOOK);
  };

  const ruleHere = () => sends.find(({ where }) => doc.querySelector(where));
  const onClick = (event: Event): void => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((one) => one instanceof Element);
    const rule = ruleHere();
    const pressed = path.find((one) => one.matches(rule ? rule.press : BUTTON));
    if (pressed && (rule || isSendWord(nameOf(pressed)))) begin(pressed, rule);
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
  /** A form with a single button has nothing else to be sent with, whatever is written on it. */
  const onSubmit = (event: Event): void => {
    const form = event.target;
    if (!event.isTrusted || !(form instanceof HTMLFormElement) || ruleHere()) return;
    if (form.querySelectorAll(BUTTON).length === 1 && boxes().some((one) => form.contains(one))) begin(form);
  };

  const options = { capture: true, passive: true, signal: life.signal };
  win.addEventListener('click', onClick, options);
  win.addEventListener('keydown', onKey, options);
  win.addEventListener('submit', onSubmit, options);
  win.addEventListener('pagehide', () => box && went(), options);
};
