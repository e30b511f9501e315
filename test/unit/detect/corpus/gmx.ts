import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

const header = (from: string, subject: string): string =>
  `<dl class="mail-header"><dd class="mail-header__subject">${subject}</dd><dd class="mail-header__sender" title="${from.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}">${/"?([^"<]*)/u.exec(from)?.[1]}</dd><dd class="mail-header__date" title="Monday">Mon</dd></dl>`;
const page = (name: string, url: string, main: string, truth: Truth, lang = 'en'): CorpusPage => ({
  name: `gmx-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>E-Mail</title></head><body><ul class="sidebar__folder-list"><li><a href="./messagelist?folderId=1">Inbox</a></li></ul>${main}</body></html>`,
  truth,
});
/** The light mailer: every step a page of its own, the text a frame. */
const light = (name: string, host: string, from: string, truth: Truth, lang = 'en'): CorpusPage =>
  page(
    name,
    `https://${host}/messagedetail?3&folderId=17&mailIndex=1&mailId=1783`,
    `${header(from, 'Where is my order?')}<div class="message-detail-panel__body"><iframe id="bodyIFrame" src="./mailbody/1783/false"></iframe></div><div class="message-list__item">${header('Row <row1@trap.example>', 'Other')}</div>`,
    truth,
    lang,
  );

export const gmx: Corpus = {
  host: 'gmx',
  seen: '2026-11-22',
  pages: [
    light(
      'light',
      'lightmailer-bs.gmx.net',
      '"Maria Jensen" <maria@cafe.example>',
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: '1783',
        subject: 'Where is my order?',
      },
      'de',
    ),
    light(
      'light-web-de',
      'lightmailer-bs.web.de',
      'maria@cafe.example',
      { who: 'one maria@cafe.example' },
      'de',
    ),
    light(
      'light-mail-com-lying-name',
      'lightmailer.mail.com',
      '"support@shop.example" <x91@throwaway.example>',
      {
        who: 'one x91@throwaway.example support@shop.example',
      },
    ),
    light('light-machine', 'lightmailer.mail.com', '"Parcels" <no-reply@parcels.example>', {
      who: 'none nobody-outside',
    }),
    // A machine's page tells nobody; its own mail's recipients stand on another page.
    light('light-own-mail', 'lightmailer.mail.com', '"Rita" <rita@shop.example>', {
      who: 'none nobody-outside',
    }),
    page(
      'light-list',
      'https://lightmailer-bs.gmx.net/messagelist?2&folderId=17',
      `<ul id="mail-list"><li class="message-list__item">${header('Row <row1@trap.example>', 'One')}</li><li class="message-list__item">${header('Row <row2@trap.example>', 'Two')}</li></ul>`,
      { who: 'none no-conversation' },
      'de',
    ),
    // What a stranger wrote, as the document of the frame.
    page('light-text', 'https://lightmailer.mail.com/mailbody/1783/false', `<div>${TRAPS}</div>`, {
      who: 'none no-conversation',
    }),
    page(
      'present',
      'https://webmailer.gmx.net/?sid=1',
      `<mail-list-container><list-mail-item title="row1@trap.example">Row</list-mail-item><webmailer-mail-detail>${TRAPS}</webmailer-mail-detail></mail-list-container>`,
      { who: 'none layout-unknown' },
      'de',
    ),
  ],
};
