// @vitest-environment happy-dom
// @vitest-environment-options {"url":"http://127.0.0.1:8787/demo#/c/a"}
import { describe, expect, it, vi } from 'vitest';
import { article, eachAnew, goTo, pane, pass, read, said, start, told } from './following.ts';

eachAnew();

describe('a page that goes on to the next message', () => {
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
