import { ADDRESS_ATTRIBUTES } from './dom.ts';
import { createResolver, readWith, type SpecOf } from './resolve.ts';
import type { Host, PageReading } from './types.ts';

export type FollowOptions = {
  doc: Document;
  win: Window;
  /** Brings the description of the host whose page this is. */
  specOf: SpecOf;
  /** Called at the start and whenever the reading differs from the one before, never twice with the same. */
  emit: (reading: PageReading) => void;
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
/** How long after a change of address the old message may stand before it counts as the new one. */
const SETTLE = 400;

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

/** The element around this one, also around a shadow root. */
const parentOf = ({ parentElement, parentNode }: Element): Element | null =>
  parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);

const samePeople = (a: PageReading | null, b: PageReading): boolean =>
  a?.kind === 'people' && b.kind === 'people' && JSON.stringify(a.people) === JSON.stringify(b.people);

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
  /** The address has changed, and no region has since. */
  let moved = false;
  let cancel: (() => void) | null = null;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const say = (reading: PageReading) => {
    const json = JSON.stringify(reading);
    if (json === lastJson || ended.aborted) return;
    if (!alive()) return stop.abort();
    last = reading;
    lastJson = json;
    emit(reading);
  };

  /** Regions with all in them; of the chain above only itself, for a swap; the whole page while there are none. */
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
    if (regions.length === 0)
      for (const root of [doc.body ?? doc.documentElement, ...(host.roots?.(doc) ?? [])])
        observer.observe(root, { childList: true, subtree: true });
    const above = new Set<Element>();
    for (const region of regions) {
      observer.observe(region, { childList: true, subtree: true, characterData: true, attributes: true });
      for (let at = parentOf(region); at; at = parentOf(at)) above.add(at);
    }
    for (const element of above)
      if (!regions.some((region) => region.contains(element)))
        observer.observe(element, { childList: true, attributeFilter: ATTRIBUTES });
  };

  const read = () => {
    if (ended.aborted) return;
    if (!alive()) return stop.abort();
    const started = now();
    if (watched.length === 0) host = hostOf(doc, url);
    const reading = readWith(host, doc, url);
    watch();
    fruitless = watched.length > 0 ? 0 : fruitless + 1;
    const rest = Math.min((now() - started) * REST, LONGEST_REST);
    restUntil = now() + (watched.length > 0 ? rest : Math.max(rest, Math.min(IDLE_REST, 8 * 2 ** fruitless)));
    if (moved && samePeople(last, reading)) {
      // Still the old message under the new address; if nothing moves for a while, it is the new one, too.
      say(loading(host, reading.self));
      settle = setTimeout(() => {
        moved = false;
        schedule();
      }, SETTLE);
      return;
    }
    moved = false;
    clearTimeout(settle);
    say(reading);
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
      laidOut.observe(doc.documentElement);
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
    moved = true;
    clearTimeout(settle);
    soon();
  };

  const observer = new MutationObserver((records) => {
    const swapped = watched.some((region) => !region.isConnected);
    noteAddress();
    // Only the people themselves: around them a page that goes on to the next message shows its progress.
    if (swapped || records.some(({ target }) => watched.some((region) => region.contains(target))))
      moved = false;
    if (swapped && last?.kind === 'people' && restUntil > now() + FRAME) say(loading(host, last.self));
    schedule();
  });

  const promptly = () => {
    if (watched.length > 0) return;
    fruitless = 0;
    restUntil = Math.min(restUntil, now() + FRAME);
  };
  const options = { signal: ended, capture: true, passive: true };
  for (const type of ['popstate', 'hashchange']) win.addEventListener(type, noteAddress, options);
  // pushState makes no event of its own; browsers that have the Navigation API tell.
  if ('navigation' in win && win.navigation instanceof EventTarget)
    win.navigation.addEventListener('currententrychange', noteAddress, options);
  for (const type of ['pointerdown', 'keydown']) win.addEventListener(type, promptly, options);
  // A page that goes was forgotten by who listens; if it comes back from the history cache it tells all anew.
  win.addEventListener(
    'pagehide',
    () => {
      lastJson = '';
    },
    options,
  );
  win.addEventListener('pageshow', (event) => event.persisted && schedule(), options);
  doc.addEventListener('readystatechange', schedule, options);
  // What is typed into a box for recipients changes no element.
  doc.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof Node && watched.some((region) => region.contains(target))) schedule();
    },
    options,
  );

  ended.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancel?.();
      cancel = null;
      clearTimeout(settle);
    },
    { once: true },
  );
  read();
};
