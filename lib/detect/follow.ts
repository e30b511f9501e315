import { ADDRESS_ATTRIBUTES } from './dom.ts';
import { missOf } from './miss.ts';
import { createResolver, readWith, type SpecOf } from './resolve.ts';
import type { PageReading } from './types.ts';

export type FollowOptions = {
  doc: Document;
  win: Window;
  /** Brings the description of the host whose page this is. */
  specOf: SpecOf;
  /** Called at the start and whenever the reading differs from the one before, never twice with the same. */
  emit: (reading: PageReading) => void;
  /** Called when the document goes away, perhaps to come back. */
  gone: () => void;
  /** Its abort ends everything; aborted for good when `alive` says no. */
  life: AbortController;
  /** False once the extension was updated or removed under this page: then all falls silent for good. */
  alive: () => boolean;
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
/** After a click or a key the page is looked at twice: when it has answered, and when the network has. */
const ANSWERS = [300, 1_500];
/** Where keys are text, and open nothing. */
const WRITTEN = 'input, textarea, select, [contenteditable]';

/** How a page shows its progress, and what is in sight, but not what stands there. */
const LOOKS = ['class', 'hidden', 'style', 'aria-hidden', 'aria-expanded', 'aria-busy'];
/** Of the elements around the people. */
const ATTRIBUTES = [...ADDRESS_ATTRIBUTES, 'data-conversation', ...LOOKS];

/** The node around this one, also around a shadow root. */
const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}_-]+/u);
/**
 * Whether `now` are the people of `before`, which stood under another address; not of the same conversation, if that
 * address names it, too: then only a filter or a pane beside it has changed.
 */
const isOld = (before: PageReading | null, now: PageReading, address: string): boolean =>
  before?.kind === 'people' &&
  now.kind === 'people' &&
  JSON.stringify(before.people) === JSON.stringify(now.people) &&
  (before.conversation !== now.conversation ||
    wordsOf(now.conversation).some((word) => !wordsOf(address).includes(word)));

/**
 * Follows who is in conversation on this page until `life` ends. It watches only the host's regions and the
 * places where they hang, reads once per burst of changes, and says `loading` while one message gives way to the
 * next, so that nobody is shown for a message that is not theirs.
 */
export const follow = ({
  doc,
  win,
  specOf,
  emit,
  gone,
  life,
  alive,
  now = () => performance.now(),
}: FollowOptions): void => {
  const { signal } = life;
  if (signal.aborted) return;
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
    if (json === lastJson || signal.aborted) return;
    if (!alive()) return life.abort();
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
    if (signal.aborted) return;
    if (!alive()) return life.abort();
    // A page that is being written anew.
    if (!doc.documentElement) return say(missOf(host, 'loading'));
    const started = now();
    if (watched.length === 0) host = hostOf(doc, url);
    const reading = readWith(host, doc, url);
    watch();
    fruitless = watched.length > 0 ? 0 : fruitless + 1;
    const rest = Math.min((now() - started) * REST, LONGEST_REST);
    restUntil = now() + (watched.length > 0 ? rest : Math.max(rest, Math.min(IDLE_REST, 8 * 2 ** fruitless)));
    if (isOld(stale, reading, href)) return say(missOf(host, 'loading', reading.self));
    believe();
    say(reading);
  };

  /** What stands there belongs to the address. */
  const believe = () => {
    stale = null;
    clearTimeout(settle);
  };

  /**
   * Reads when the rest is over and the page has just laid itself out for a frame, which is when observers of sizes are
   * told: what is in sight is known at that moment. Asked at any other, it may make the page lay itself out for us alone,
   * on a long page for far longer than the reading takes.
   */
  const schedule = () => {
    if (cancel || signal.aborted) return;
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
    // If nothing moves for a while, the old message is this address's, too.
    clearTimeout(settle);
    settle = setTimeout(() => {
      believe();
      schedule();
    }, SETTLE);
    soon();
  };

  const isOfPeople = ({ target }: { target: EventTarget | null }): boolean =>
    target instanceof Node && watched.some((region) => region.contains(target));
  const observer = new MutationObserver((records) => {
    const swapped = watched.some((region) => !region.isConnected);
    // document.open takes all listeners away; where they are still, this changes nothing.
    if (records.some(({ target }) => target === doc)) {
      watched = [];
      listen();
    }
    noteAddress();
    // Only the people themselves: around them a page that goes on to the next message shows its progress.
    if (
      swapped ||
      records.some((record) => !LOOKS.includes(record.attributeName ?? '') && isOfPeople(record))
    )
      believe();
    if (swapped && last?.kind === 'people' && restUntil > now() + FRAME)
      say(missOf(host, 'loading', last.self));
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
  // What is typed into a box for recipients changes no element.
  const change = (event: Event) => isOfPeople(event) && schedule();
  const options = { signal, capture: true, passive: true };
  const listen = () => {
    const on = <E extends Event>(target: EventTarget, hear: (event: E) => void, ...types: string[]) => {
      for (const type of types) target.addEventListener(type, hear as EventListener, options);
    };
    on(win, noteAddress, 'popstate', 'hashchange');
    // pushState makes no event of its own; browsers that have the Navigation API tell.
    if ('navigation' in win && win.navigation instanceof EventTarget)
      on(win.navigation, noteAddress, 'currententrychange');
    on(win, promptly, 'pointerdown', 'keydown');
    on(win, hide, 'pagehide');
    on(win, schedule, 'pageshow');
    on(doc, schedule, 'readystatechange');
    on(doc, change, 'change');
  };

  signal.addEventListener(
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
