// @vitest-environment happy-dom
// @vitest-environment-options {"url":"http://127.0.0.1:8787/demo#/c/a"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostSpec } from '#lib/detect/define-host.ts';
import { follow } from '#lib/detect/follow.ts';
import { demo } from '#lib/detect/hosts/demo.ts';
import type { PageReading } from '#lib/detect/types.ts';

const article = (id: string, name: string) =>
  `<article data-conversation="${id}"><header><a class="from" data-address="${name}@cafe.example">${name}</a></header><div class="body">Hi</div></article>`;

const counted: HostSpec = {
  ...demo,
  get views() {
    read();
    return demo.views;
  },
};
let stop: AbortController;
let said: PageReading[];
/** Called at each look at the page. */
const read = vi.fn();
let alive: boolean;
/** Called when the document goes away. */
const left = vi.fn();

/** This DOM lays nothing out, so its own never tells; a browser's tells with the next frame. */
class TellsWithTheFrame implements ResizeObserver {
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
const told = () =>
  said.map((reading) => (reading.kind === 'miss' ? reading.miss : (reading.people[0]?.address ?? '')));
const pane = () => document.querySelector('#pane') ?? expect.fail('no pane');
/** Lets observers run, then a frame, then whatever rest is due. */
const pass = async (ms = 60) => {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
};
const goTo = (hash: string) => {
  window.history.pushState(null, '', hash);
  window.dispatchEvent(new Event('popstate'));
};
const start = (spec = counted) =>
  follow({
    doc: document,
    win: window,
    specOf: (id) => (id === demo.id ? spec : null),
    emit: (reading) => said.push(reading),
    gone: () => left(),
    signal: stop.signal,
    alive: () => alive,
    now: () => performance.now(),
  });

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

describe('following a page', () => {
  it('tells at once who is there', () => {
    start();
    expect(told()).toEqual(['maria@cafe.example']);
  });

  it('tells when another message takes the place of the last one', async () => {
    start();
    pane().innerHTML = article('b', 'lukas');
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'lukas@cafe.example']);
  });

  it('tells that nobody is there while the place is empty', async () => {
    start();
    pane().innerHTML = '';
    await pass();
    pane().innerHTML = article('b', 'lukas');
    await pass(400);
    expect(told()).toEqual(['maria@cafe.example', 'no-conversation', 'lukas@cafe.example']);
  });

  it('does not repeat itself when nothing about the people changed', async () => {
    start();
    pane().querySelector('.body')?.append('more text');
    await pass();
    pane().innerHTML = article('a', 'maria');
    await pass();
    expect(told()).toEqual(['maria@cafe.example']);
  });

  it('does not look at the page when its list changes', async () => {
    start();
    await pass();
    read.mockClear();
    for (let n = 0; n < 50; n += 1) {
      document.querySelector('#list')?.append(document.createElement('li'));
      await pass();
    }
    expect(read).not.toHaveBeenCalled();
  });

  it('does not look at the page when a clock ticks beside the people', async () => {
    pane().querySelector('header')?.insertAdjacentHTML('beforeend', '<time>now</time>');
    start();
    await pass();
    read.mockClear();
    const clock = pane().querySelector('time')?.firstChild as Text;
    for (let n = 0; n < 50; n += 1) {
      clock.data = `${n} s ago`;
      await pass();
    }
    expect(read).not.toHaveBeenCalled();
  });

  it('sees another conversation by its id alone', async () => {
    document.body.innerHTML = `<main data-suki-demo="1"><div id="pane">${article('a', 'maria')}</div></main>`;
    start();
    pane().querySelector('article')?.setAttribute('data-conversation', 'b');
    await pass();
    expect(said.map((reading) => reading.kind === 'people' && reading.conversation)).toEqual(['a', 'b']);
  });

  it('reads once for a burst of changes', async () => {
    start();
    await pass();
    read.mockClear();
    const header = pane().querySelector('header') ?? expect.fail('no header');
    for (let n = 0; n < 100; n += 1) {
      header.append(document.createElement('i'));
      await Promise.resolve();
    }
    await pass();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('sees an address change in place', async () => {
    start();
    pane().querySelector('a')?.setAttribute('data-address', 'lukas@cafe.example');
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'lukas@cafe.example']);
  });

  it('says loading while the old message stands under the next one’s address', async () => {
    start();
    window.history.pushState(null, '', '#/c/b');
    window.dispatchEvent(new Event('popstate'));
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
    pane().innerHTML = article('b', 'lukas');
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'lukas@cafe.example']);
  });

  it('still says loading when the page shows its progress around the old message', async () => {
    start();
    window.location.hash = '#/c/b';
    document.body.className = 'busy';
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
    pane().innerHTML = article('b', 'lukas');
    await pass(500);
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'lukas@cafe.example']);
    document.body.className = '';
  });

  it('believes the message again when the address changed and nothing else did', async () => {
    start();
    goTo('#/settings');
    await pass(2_500);
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
    await pass(1_000);
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'maria@cafe.example']);
  });

  it('believes the message at once when the new address names its conversation, too', async () => {
    start();
    goTo('#/c/a?details');
    await pass(5_000);
    expect(told()).toEqual(['maria@cafe.example']);
  });

  it('never names the old person on a slow network, whatever else the page shows meanwhile', async () => {
    start();
    goTo('#/c/b');
    await pass(200);
    document.body.className = 'busy';
    await pass(500);
    pane().className = 'fading';
    pane().querySelector('header')?.setAttribute('aria-busy', 'true');
    pane().querySelector('a')?.setAttribute('class', 'from fading');
    await pass(500);
    document.body.className = '';
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
    pane().innerHTML = article('b', 'lukas');
    await pass(5_000);
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'lukas@cafe.example']);
  });

  it('waits for as long as the page says that it is busy, but not for ever', async () => {
    pane().insertAdjacentHTML('beforebegin', '<p aria-busy="true">…</p>');
    start();
    goTo('#/c/b');
    await pass(20_000);
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
    await pass(20_000);
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'maria@cafe.example']);
  });

  it('names nobody of two messages back when the rep goes on before the next one came', async () => {
    start();
    goTo('#/c/b');
    await pass(2_000);
    goTo('#/c/c');
    await pass(2_000);
    expect(told()).toEqual(['maria@cafe.example', 'loading']);
  });

  it('says nothing of loading when the next message is there with its address', async () => {
    start();
    window.history.pushState(null, '', '#/c/b');
    pane().innerHTML = article('b', 'lukas');
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'lukas@cafe.example']);
  });

  it('finds a page that is drawn later', async () => {
    document.body.innerHTML = '';
    start();
    await pass(1_000);
    document.body.innerHTML = `<main data-suki-demo="1"><div id="pane">${article('b', 'lukas')}</div></main>`;
    await pass(1_000);
    expect(told()).toEqual(['no-conversation', 'lukas@cafe.example']);
  });

  it('tells all anew when a page that was left comes back as it was', async () => {
    start();
    window.dispatchEvent(new Event('pagehide'));
    expect(left).toHaveBeenCalledTimes(1);
    expect(told()).toEqual(['maria@cafe.example']);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'maria@cafe.example']);
  });

  it('stops for good when it is told to', async () => {
    start();
    stop.abort();
    pane().innerHTML = article('b', 'lukas');
    window.dispatchEvent(new Event('pagehide'));
    await pass(1_000);
    expect(told()).toEqual(['maria@cafe.example']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('falls silent when its extension is gone, even if it comes back', async () => {
    start();
    alive = false;
    pane().innerHTML = article('b', 'lukas');
    await pass();
    alive = true;
    pane().innerHTML = article('c', 'olga');
    await pass(1_000);
    expect(told()).toEqual(['maria@cafe.example']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sees what was typed into a box for recipients, when it was left', async () => {
    const written: HostSpec = {
      ...demo,
      views: [{ writing: true, when: '#to', people: [{ role: 'recipient', at: '#to', by: 'value' }] }],
    };
    pane().innerHTML = '<input id="to" value="maria@cafe.example">';
    start(written);
    const box = pane().querySelector('input') ?? expect.fail('no box');
    box.value = 'lukas@cafe.example';
    await pass();
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await pass();
    expect(told()).toEqual(['maria@cafe.example', 'lukas@cafe.example']);
  });

  it('needs no frame: of a hidden tab, or a page that is not drawn, nothing is', async () => {
    vi.stubGlobal(
      'ResizeObserver',
      class extends TellsWithTheFrame {
        override observe() {}
      },
    );
    start();
    pane().innerHTML = article('b', 'lukas');
    await pass(600);
    expect(told()).toEqual(['maria@cafe.example', 'lukas@cafe.example']);
  });

  it('does nothing under a signal that has aborted', () => {
    stop.abort();
    start();
    expect(told()).toEqual([]);
  });

  it('looks again after a click or a key, when the page has answered, but not while somebody writes', async () => {
    pane().insertAdjacentHTML('beforeend', '<textarea></textarea>');
    start();
    await pass();
    read.mockClear();
    const key = () => new Event('keydown', { bubbles: true });
    pane().querySelector('textarea')?.dispatchEvent(key());
    await pass(2_000);
    expect(read).not.toHaveBeenCalled();
    document.body.dispatchEvent(key());
    window.dispatchEvent(new Event('pointerdown'));
    await pass(1_000);
    expect(read).toHaveBeenCalledTimes(1);
    await pass(1_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('sees another page that is put in the place of the whole', async () => {
    start();
    const next = document.createElement('html');
    next.innerHTML = `<body><main data-suki-demo="1"><div id="pane">${article('b', 'lukas')}</div></main></body>`;
    const before = document.documentElement;
    before.remove();
    await pass(400);
    document.append(next);
    await pass(400);
    expect(told()).toEqual(['maria@cafe.example', 'loading', 'lukas@cafe.example']);
    pane().innerHTML = article('c', 'olga');
    await pass(400);
    expect(told().at(-1)).toBe('olga@cafe.example');
    next.remove();
    document.append(before);
  });

  it('goes on hearing of changes of address in a page that was written anew', async () => {
    const heard = vi.spyOn(window, 'addEventListener');
    start();
    heard.mockClear();
    document.append(document.createComment('written'));
    await pass();
    expect(heard.mock.calls.map(([type]) => type)).toContain('popstate');
    document.lastChild?.remove();
  });
});

describe('following a page that no host knows', () => {
  const mail = (name: string) =>
    `<div class="head"><p>From: <a href="mailto:${name}@cafe.example">${name}</a></p><p>To: me</p></div><div class="message-body">Hi</div>`;

  it.each([
    [
      'a list of terms',
      '<dl><dt><span>From:</span></dt><dd>LINK</dd><dt><span>To:</span></dt><dd>me</dd></dl>',
    ],
    [
      'a table',
      '<table><tr><th><span>From:</span></th><td>LINK</td></tr><tr><th><span>To:</span></th><td>me</td></tr></table>',
    ],
    [
      'boxes',
      '<div class="hd"><div><div class="lab"><b>From:</b></div><div class="val">LINK</div></div><div><div class="lab"><b>To:</b></div><div class="val">me</div></div></div>',
    ],
  ])('sees the next person come in the place of the last one beside a label in %s', async (_in, rows) => {
    const link = '<a href="mailto:omar@cafe.example">Omar</a>';
    document.body.innerHTML = `<section>${rows.replace('LINK', link)}<div class="message-body">Hi</div></section>`;
    start();
    goTo('#/mail/2');
    await pass(900);
    const there = document.querySelector('a') ?? expect.fail('no link');
    there.setAttribute('href', 'mailto:maria@cafe.example');
    there.textContent = 'Maria';
    await pass(600);
    expect(told()).toEqual(['omar@cafe.example', 'loading', 'maria@cafe.example']);
  });

  it('sees a shadow root filled anew, and emptied', async () => {
    document.body.innerHTML = '<mail-app></mail-app>';
    const root = document.querySelector('mail-app')?.attachShadow({ mode: 'open' }) ?? expect.fail('no root');
    root.innerHTML = mail('omar');
    start();
    root.innerHTML = mail('maria');
    await pass(1_200);
    root.innerHTML = '';
    await pass(1_200);
    expect(told().filter((one) => one !== 'loading')).toEqual([
      'omar@cafe.example',
      'maria@cafe.example',
      'no-conversation',
    ]);
  });

  it('sees a second message that a click opens where nothing is watched', async () => {
    document.body.innerHTML = `<main><section>${mail('omar')}</section><div><div id="second"></div></div></main>`;
    start();
    window.dispatchEvent(new Event('pointerdown'));
    const second = document.querySelector('#second') ?? expect.fail('no place');
    document.querySelector('section')?.setAttribute('data-read', '');
    second.innerHTML = mail('maria');
    await pass(2_000);
    expect(said.at(-1)).toMatchObject({
      people: [{ address: 'omar@cafe.example' }, { address: 'maria@cafe.example' }],
    });
  });

  it('sees a message that opens inside an open shadow root, and the next one there', async () => {
    document.body.innerHTML = '<mail-app></mail-app>';
    const root = document.querySelector('mail-app')?.attachShadow({ mode: 'open' }) ?? expect.fail('no root');
    root.innerHTML = '<section></section>';
    const section = root.querySelector('section') ?? expect.fail('no section');
    start();
    expect(told()).toEqual(['no-conversation']);
    section.innerHTML = mail('maria');
    await pass(1_200);
    section.innerHTML = mail('lukas');
    await pass(1_200);
    expect(told().filter((one) => one !== 'loading')).toEqual([
      'no-conversation',
      'maria@cafe.example',
      'lukas@cafe.example',
    ]);
  });
});
