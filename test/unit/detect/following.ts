import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { HostSpec } from '#lib/detect/define-host.ts';
import { follow } from '#lib/detect/follow.ts';
import { demo } from '#lib/detect/hosts/demo.ts';
import type { PageReading } from '#lib/detect/types.ts';

/** One of the demo inbox's mails. */
export const article = (id: string, name: string) =>
  `<article data-conversation="${id}"><header><a class="from" data-address="${name}@cafe.example">${name}</a></header><div class="body">Hi</div></article>`;

const counted: HostSpec = {
  ...demo,
  get views() {
    read();
    return demo.views;
  },
};
/** The life of what follows. */
export let stop: AbortController;
export let said: PageReading[];
/** Called at each look at the page. */
export const read = vi.fn();
let alive: boolean;
/** Whether its extension is still there. */
export const setAlive = (is: boolean): void => {
  alive = is;
};
/** Called when the document goes away. */
export const left = vi.fn();

/** This DOM lays nothing out, so its own never tells; a browser's tells with the next frame. */
export class TellsWithTheFrame implements ResizeObserver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly told: () => void;
  constructor(told: () => void) {
    this.told = told;
  }
  observe() {
    this.timer = setTimeout(this.told, 16);
  }
  unobserve() {}
  disconnect() {
    clearTimeout(this.timer);
  }
}

/** What the panel was told, in short: an address or a miss. */
export const told = () =>
  said.map((reading) => (reading.kind === 'miss' ? reading.miss : (reading.people[0]?.address ?? '')));
export const pane = () => document.querySelector('#pane') ?? expect.fail('no pane');
/** Lets observers run, then a frame, then whatever rest is due. */
export const pass = async (ms = 60) => {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
};
export const goTo = (hash: string) => {
  window.history.pushState(null, '', hash);
  window.dispatchEvent(new Event('popstate'));
};
export const start = (spec = counted) =>
  follow({
    doc: document,
    win: window,
    specOf: (id) => (id === demo.id ? spec : null),
    emit: (reading) => said.push(reading),
    gone: () => left(),
    life: stop,
    alive: () => alive,
    now: () => performance.now(),
  });

/** Each test begins with a mail of Maria's in the demo inbox. */
export const eachAnew = (): void => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('ResizeObserver', TellsWithTheFrame);
    stop = new AbortController();
    said = [];
    alive = true;
    window.location.hash = '#/c/a';
    document.body.innerHTML = `<main data-suki-demo="1" data-self="support@shop.example"><nav><ol id="list"></ol></nav><section><div id="pane">${article('a', 'maria')}</div></section></main>`;
    read.mockClear();
    left.mockClear();
  });
  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
};
