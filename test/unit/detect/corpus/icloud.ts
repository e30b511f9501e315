import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Message = { from: string; to: string };
const token = (text: string): string =>
  `<div class="contact-token ic-1k"><span class="ic-x1z554">${text}</span></div>`;
/** The text is a frame of another name; what stands here of it stands where a mail without one would be shown. */
const messageOf = ({ from, to }: Message): string =>
  `<div class="ic-efwqa7"><div class="ic-from">${token(from)}</div><div class="ic-to"><span>To:</span>${token(to)}</div><span class="ic-rffsj8">Mon</span></div><iframe src="https://www-mail.icloud-sandbox.com/applications/mail2-message/current/en-us/index.html"></iframe><blockquote class="mail-message-defaults">${TRAPS}</blockquote>`;
const list = `<div class="thread-list-item" role="treeitem" aria-selected="true"><div class="content-container"><div class="thread-participants" title="row1@trap.example">Row</div><div class="thread-subject">Order</div></div></div>
<div class="thread-list-item" role="treeitem"><div class="content-container"><div class="thread-participants contact-token" title="row2@trap.example">Row</div></div></div>`;
const page = (name: string, messages: readonly Message[], truth: Truth, lang = 'en-us'): CorpusPage => ({
  name: `icloud-${name}`,
  url: `https://www.icloud.com/applications/mail2/current/${lang}/index.html`,
  html: `<!doctype html><html lang="${lang}"><head><title>iCloud Mail</title></head><body><div class="app">${list}<div class="pane thread-detail-pane">${messages.map(messageOf).join('')}</div></div></body></html>`,
  truth,
});

export const icloud: Corpus = {
  host: 'icloud',
  seen: '2026-11-22',
  pages: [
    page('name-only', [{ from: 'Maria Jensen', to: 'Rita' }], { who: 'none name-only' }),
    page(
      'name-only-thread-chinese',
      [
        { from: 'Lukas', to: 'Rita' },
        { from: 'Maria Jensen', to: 'Rita' },
      ],
      { who: 'none name-only' },
      'zh-cn',
    ),
    page('address', [{ from: 'maria@cafe.example', to: 'rita@shop.example' }], {
      who: 'several maria@cafe.example',
    }),
    page(
      'addresses-german',
      [
        { from: 'lukas@brot.example', to: 'rita@shop.example' },
        { from: 'maria@cafe.example', to: 'rita@shop.example' },
      ],
      { who: 'several lukas@brot.example maria@cafe.example' },
      'de-de',
    ),
    page('list', [], { who: 'none no-conversation' }),
  ],
};
