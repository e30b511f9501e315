import { ADDRESS_ATTRIBUTES, isShown } from './dom.ts';
import { createResolver, readWith, type SpecOf } from './resolve.ts';
import type { Host, PageReading } from './types.ts';

export type FollowOptions = {
  doc: Document;
  win: Window;
  /** Brings the description of the host whose page this is. */
  specOf: SpecOf;
  /** Called at the start and whenever the reading differs from the one before, never twice with the same. */
  emit: (reading: PageReading) => void;
  /** Called when the document goes away, perhaps to come back. */
  gone?: () => void;
  /** Ends everything. */
  signal: AbortSignal;
  /** False once the extension was updated or removed under this page: then all falls silent for good. */
  alive?: () => boolean;
  /** Milliseconds, monotonic. */
  now?: () => number;
};

/** A read that cost c ms is followed by 200 c of rest, but never by more than a quarter of a second. */
const REST = 200;
const LONGEST_REST = 250;
/** Looks that found nothing grow rarer up to this, until the user does something. */
const IDLE_REST = 1_000;
/** As long as a frame may take. */
const FRAME = 50;
/** Nothing is drawn of a hidden tab or a frame out of sight: a timer takes the frame's place there. */
const UNDRAWN = 250;
/**
 * How long after a change of address the old message may stand before it counts as the new one. The next one comes over
 * the network, and to name nobody for too long is better than to name the wrong one.
 */
const SETTLE = 3_000;
/** A page tells so while it waits for the network. It is believed for ten times as long. */
const BUSY = '[aria-busy="true"]';
const BUSY_FOR = 10;
/** After a click or a key the page is looked at twice: when it has answered, and when the network has. */
const ANSWERS = [300, 1_500];
/** Where keys are text, and open nothing. */
const WRITTEN = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Of the elements around the people. */
const ATTRIBUTES = [
  ...ADDRESS_ATTRIBUTES,
  'data-conversation',
  'class',
  'hidden',
  'style',
  'aria-hidden',
  'aria-expanded',
];

const loading = (host: Host, self: string[]): PageReading => ({
  host: host.id,
  version: host.version,
  self,
  kind: 'miss',
  miss: 'loading',
});

/** The node around this one, also around a shadow root. */
const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

const samePeople = (a: PageReading | null, b: PageReading): boolean =>
  a?.kind === 'people' && b.kind === 'people' && JSON.stringify(a.people) === JSON.stringify(b.people);

/** The same conversation as before, which the new address names, too: only a filter or a pane beside it has changed. */
const isStill = (before: PageReading | null, now: PageReading, { pathname, search, hash }: URL): boolean => {
  if (before?.kind !== 'people' || now.kind !== 'people' || before.conversation !== now.conversation)
    return false;
  const words = (text: string): string[] => text.split(/[^\p{L}\p{N}_-]+/u);
  const named = words(pathname + search + hash);
  return words(now.conversation).every((word) => named.includes(word));
};

/** Of what changes in a region, how the page shows its progress: not what stands there. */
const PROGRESS = /^(?:class|style|hidden|aria-.*)$/u;
const isNews = ({ attributeName }: MutationRecord): boolean =>
  attributeName === null || !PROGRESS.test(attributeName);

/**
 * Follows who is in conversation on this page until `signal` aborts. It watches only the host's regions and the
 * places where they hang, reads once per burst of changes, and says `loading` while one message gives way to the
 * next, so that nobody is shown for a message that is not theirs.
 */
export const follow = ({
  doc,
  win,
  specOf,
  emit,
  gone = () => {},
  signal,
  alive = () => true,
  now = () => performance.now(),
}: FollowOptions): void => {
  if (signal.aborted) return;
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);

  const hostOf = createResolver(specOf, () => soon());
  let href = win.location.href;
  let url = new URL(href);
  let host = hostOf(doc, url);
  let watched: Element[] = [];
  let last: PageReading | null = null;
  let lastJson = '';
  let restUntil = 0;
  let fruitless = 0;
  /** What was read under the address before, until a region changes. */
  let stale: PageReading | null = null;
  let cancel: (() => void) | null = null;
  let settle: ReturnType<typeof setTimeout> | undefined;
  let answers: ReturnType<typeof setTimeout>[] = [];

  const say = (reading: PageReading) => {
    const json = JSON.stringify(reading);
    if (json === lastJson || ended.aborted) return;
    if (!alive()) return stop.abort();
    last = reading;
    lastJson = json;
    emit(reading);
  };

  /** Regions with all in them, the whole page while there are none; of the chain above only itself, for a swap. */
  const watch = () => {
    const regions = host.regions(doc);
    if (
      regions.length === watched.length &&
      regions.length > 0 &&
      regions.every((region, at) => region === watched[at])
    )
      return;
    observer.disconnect();
    watched = regions;
    const isFound = regions.length > 0;
    const roots: Node[] = isFound ? regions : [doc.body ?? doc, ...(host.roots?.(doc) ?? [])];
    const children = { childList: true };
    const all = { ...children, subtree: true };
    const above = new Set<Node>();
    for (const root of roots) {
      observer.observe(root, isFound ? { ...all, characterData: true, attributes: true } : all);
      for (let at = parentOf(root); at; at = parentOf(at)) above.add(at);
    }
    // Above stand shadow roots and the document, too: their children may all be replaced.
    for (const node of above)
      if (!roots.some((root) => root.contains(node)))
        observer.observe(
          node,
          isFound && node instanceof Element ? { ...children, attributeFilter: ATTRIBUTES } : children,
        );
  };

  const read = () => {
    if (ended.aborted) return;
    if (!alive()) return stop.abort();
    // A page that is being written anew.
    if (!doc.documentElement) return say(loading(host, []));
    const started = now();
    if (watched.length === 0) host = hostOf(doc, url);
    const reading = readWith(host, doc, url);
    watch();
    fruitless = watched.length > 0 ? 0 : fruitless + 1;
    const rest = Math.min((now() - started) * REST, LONGEST_REST);
    restUntil = now() + (watched.length > 0 ? rest : Math.max(rest, Math.min(IDLE_REST, 8 * 2 ** fruitless)));
    if (samePeople(stale, reading) && !isStill(stale, reading, url)) return say(loading(host, reading.self));
    believe();
    say(reading);
  };

  /** What stands there belongs to the address. */
  const believe = () => {
    stale = null;
    clearTimeout(settle);
  };
  /** If nothing moves for a while, the old message is the new address's, too. */
  const awaitNext = (left = BUSY_FOR) => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      if (left > 1 && [...doc.querySelectorAll(BUSY)].some(isShown)) return awaitNext(left - 1);
      believe();
      schedule();
    }, SETTLE);
  };

  /**
   * Reads when the rest is over and the page has just laid itself out for a frame, which is when observers of sizes are
   * told: what is in sight is known at that moment. Asked at any other, it may make the page lay itself out for us alone,
   * on a long page for far longer than the reading takes.
   */
  const schedule = () => {
    if (cancel || ended.aborted) return;
    const run = () => {
      cancel?.();
      cancel = null;
      read();
    };
    const laidOut = new ResizeObserver(run);
    const nextFrame = () => {
      if (doc.documentElement) laidOut.observe(doc.documentElement);
      timer = setTimeout(run, doc.hidden ? 0 : UNDRAWN);
    };
    let timer = setTimeout(nextFrame, Math.max(restUntil - now(), 0));
    cancel = () => {
      clearTimeout(timer);
      laidOut.disconnect();
    };
  };

  /** Without waiting for the rest of an earlier look. */
  const soon = () => {
    fruitless = 0;
    restUntil = Math.min(restUntil, now());
    cancel?.();
    cancel = null;
    schedule();
  };

  const noteAddress = () => {
    if (win.location.href === href) return;
    href = win.location.href;
    url = new URL(href);
    if (last?.kind === 'people') stale = last;
    if (stale) awaitNext();
    soon();
  };

  const observer = new MutationObserver((records) => {
    const swapped = watched.some((region) => !region.isConnected);
    // document.open takes all listeners away; where they are still, this changes nothing.
    if (records.some(({ target }) => target === doc)) {
      watched = [];
      listen();
    }
    noteAddress();
    // Only the people themselves: around them a page that goes on to the next message shows its progress.
    const isOfPeople = ({ target }: MutationRecord) => watched.some((region) => region.contains(target));
    if (swapped || records.some((record) => isNews(record) && isOfPeople(record))) believe();
    if (swapped && last?.kind === 'people' && restUntil > now() + FRAME) say(loading(host, last.self));
    schedule();
  });

  /** What a click opens or closes may stand where nothing is watched, or be shown by a style alone. */
  const promptly = ({ type, target }: Event) => {
    if (watched.length === 0) {
      fruitless = 0;
      restUntil = Math.min(restUntil, now() + FRAME);
    }
    if (type === 'keydown' && target instanceof Element && target.closest(WRITTEN)) return;
    for (const answer of answers) clearTimeout(answer);
    answers = ANSWERS.map((ms) => setTimeout(schedule, ms));
  };
  // A page that goes was forgotten by who listens; if it comes back from the history cache it tells all anew.
  const hide = () => {
    lastJson = '';
    gone();
  };
  const show = ({ persisted }: PageTransitionEvent) => persisted && schedule();
  // What is typed into a box for recipients changes no element.
  const change = ({ target }: Event) => {
    if (target instanceof Node && watched.some((region) => region.contains(target))) schedule();
  };
  const options = { signal: ended, capture: true, passive: true };
  const listen = () => {
    for (const type of ['popstate', 'hashchange']) win.addEventListener(type, noteAddress, options);
    // pushState makes no event of its own; browsers that have the Navigation API tell.
    if ('navigation' in win && win.navigation instanceof EventTarget)
      win.navigation.addEventListener('currententrychange', noteAddress, options);
    for (const type of ['pointerdown', 'keydown']) win.addEventListener(type, promptly, options);
    win.addEventListener('pagehide', hide, options);
    win.addEventListener('pageshow', show, options);
    doc.addEventListener('readystatechange', schedule, options);
    doc.addEventListener('change', change, options);
  };

  ended.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancel?.();
      cancel = null;
      for (const timer of [settle, ...answers]) clearTimeout(timer);
    },
    { once: true },
  );
  listen();
  read();
};
