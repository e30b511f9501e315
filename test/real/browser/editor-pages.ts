import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { customers } from '#test/real/mails/index.ts';

/** Pages of our own (2026-11-22), with one kind of editor each, in a conversation with Maria. Nothing in them is anybody's markup. */
const conversation = (
  editor: string,
  whom: { name: string; address: string } = customers.maria,
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mail</title></head>
<body><main data-suki-demo="1" data-self="support@shop.example">
<article data-conversation="c1"><header><span class="subject">Where is my order?</span>
<a class="from" data-address="${whom.address}">${whom.name}</a>
<a class="to" data-address="support@shop.example">Shop</a></header>
<div class="body"><p>Hello, where is it?</p></div></article>
<input type="search" placeholder="Search mail"><div id="place">${editor}</div></main></body></html>`;

/** What happens when "Send" and "Discard" are pressed: the box goes, as in all webmails that are one page. */
const closing = `<script>
  for (const id of ['send', 'discard'])
    document.getElementById(id).onclick = () => {
      document.getElementById('place').replaceChildren();
      document.title = id;
    };
</script>`;
const buttons = `<div role="button" tabindex="1" id="send" aria-label="Send \u202a(Ctrl-Enter)\u202c">Send</div>
<div role="button" tabindex="1" id="discard" aria-label="Discard draft">x</div>`;

const pages: Record<string, string> = {
  // A box of formatted text above a quote, the recipients and the subject in fields beside it.
  '/demo/rich':
    conversation(`<form onsubmit="return false"><input name="to" role="combobox" aria-autocomplete="list"
    value="Maria"><input name="subjectbox" aria-label="Subject" value="Re: Where is my order?"></form>
    <div id="box" role="textbox" aria-multiline="true" aria-label="Message Body" contenteditable="true"
      style="min-height:200px"><div><br></div><div class="quote">On Monday Maria wrote:<blockquote>Hello, where is it?
      </blockquote></div></div>${buttons}${closing}`),
  // Everything is inside open shadow roots, as where help desks build on custom elements.
  '/demo/shadow': conversation(`<desk-app></desk-app><script>
    customElements.define('desk-editor', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML =
          '<div id="box" contenteditable="true" role="textbox" style="min-height:150px;border:1px solid"></div>';
      }
    });
    customElements.define('desk-app', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML =
          '<p>Reply</p><desk-editor></desk-editor><textarea id="plain" rows="8" cols="60"></textarea>' +
          '<button id="send">Send reply</button>';
        this.shadowRoot.getElementById('send').onclick = () => this.remove();
      }
    });
  </script>`),
  // An editor's own empty frame, filled from outside, in design mode.
  '/demo/frame': conversation(`<iframe id="inner" style="width:600px;height:200px"></iframe>
    ${buttons}<script>
    const { contentDocument: inner } = document.getElementById('inner');
    inner.open(); inner.write('<body><p><br></p></body>'); inner.close(); inner.designMode = 'on';
    </script>${closing}`),
  '/demo/two': conversation(`<textarea id="one" rows="8" cols="60"></textarea>
    <textarea id="other" rows="8" cols="60"></textarea>`),
  '/demo/refusing': conversation(`<div id="box" contenteditable="true" style="min-height:200px"></div>
    ${buttons}<script>document.getElementById('discard').onclick = () => document.getElementById('place').remove();</script>`),
  // Beside Maria's mail, a composer that is to somebody else, as webmails float them.
  '/demo/elsewhere': conversation(`<div role="dialog"><div><span>To</span>
    <span data-hovercard-id="omar@else.example">Omar</span><input name="to" aria-label="To recipients"><a>Cc</a></div>
    <div id="box" contenteditable="true" role="textbox" style="min-height:200px"><div><br></div></div>${buttons}</div>
    ${closing}`),
  // A button of any name, which takes the text away.
  '/demo/button':
    conversation(`<div><textarea id="plain" rows="8" cols="60"></textarea><button id="act"></button></div>
    <script>document.getElementById('act').onclick = () => document.getElementById('place').replaceChildren();</script>`),
  // With the sending the next one in the queue is shown, by the same press.
  '/demo/queue':
    conversation(`<textarea id="plain" rows="8" cols="60"></textarea><button id="send">Send</button>
    <script>document.getElementById('send').onclick = () => {
      document.getElementById('place').replaceChildren();
      const article = document.querySelector('article');
      article.dataset.conversation = 'c2';
      article.querySelector('.from').dataset.address = '${customers.somchai.address}';
      article.querySelector('.from').textContent = '${customers.somchai.name}';
    };</script>`),
  '/demo/other': conversation('<textarea rows="8" cols="60"></textarea>', customers.somchai),
  '/demo/none': conversation('<p>No reply is open.</p>'),
};

/** Serves them on a free port of 127.0.0.1. */
export const serveEditors = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Bound to a port, it has an address of a host and a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
