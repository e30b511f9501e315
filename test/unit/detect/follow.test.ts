// @vitest-environment happy-dom
// @vitest-environment-options {"url":"http://127.0.0.1:8787/demo#/c/a"}
import { describe, expect, it, vi } from 'vitest';
import type { HostSpec } from '#lib/detect/define-host.ts';
import { demo } from '#lib/detect/hosts/demo.ts';
import {
  article,
  eachAnew,
  left,
  pane,
  pass,
  read,
  said,
  setAlive,
  start,
  stop,
  TellsWithTheFrame,
  told,
} from './following.ts';

eachAnew();

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
    setAlive(false);
    pane().innerHTML = article('b', 'lukas');
    await pass();
    setAlive(true);
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

  it('does nothing after its life has ended', () => {
    stop.abort();
    start();
    expect(told()).toEqual([]);
  });
});
