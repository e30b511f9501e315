import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dir = join(import.meta.dirname, 'pages');
export const files: readonly string[] = readdirSync(dir).map((name) => name.replace(/\.html$/u, ''));

/** Where each page would stand. Every host is also asked about every other host's page. */
const urls: Record<string, string> = {
  'roundcube-elastic-message':
    'https://mail.shop.example/?_task=mail&_uid=5&_mbox=INBOX&_framed=1&_action=preview',
  'roundcube-larry-sent-preview':
    'https://mail.shop.example/?_task=mail&_uid=6&_mbox=Sent&_framed=1&_action=preview',
  'roundcube-classic-message': 'https://mail.shop.example/?_task=mail&_uid=7&_mbox=INBOX&_action=show',
  'roundcube-print': 'https://mail.shop.example/?_task=mail&_uid=8&_mbox=INBOX&_action=print',
  'roundcube-list': 'https://mail.shop.example/?_task=mail&_mbox=INBOX',
  'roundcube-compose': 'https://mail.shop.example/?_task=mail&_action=compose&_id=99',
  'roundcube-attachment': 'https://mail.shop.example/?_task=mail&_uid=9&_mbox=INBOX&_part=2&_action=get',
  'rt-display': 'https://help.shop.example/rt/Ticket/Display.html?id=7',
  'rt-several': 'https://help.shop.example/Ticket/Display.html?id=8',
  'rt-reply': 'https://help.shop.example/Ticket/Update.html',
  'rt-reply-loading': 'https://help.shop.example/Ticket/Update.html?id=7&Action=Respond',
  'rt-telephone': 'https://help.shop.example/m/ticket/show?id=7',
  'rt-home': 'https://help.shop.example/',
  'demo-open': 'http://127.0.0.1:8787/demo#/c/a1',
  'demo-list': 'http://127.0.0.1:8787/demo',
};

export const urlOf = (file: string): URL => new URL(urls[file] ?? `https://other.example/${file}`);
export const htmlOf = (file: string): string => readFileSync(join(dir, `${file}.html`), 'utf8');
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
export const pageOf = (file: string): { doc: Document; url: URL } => ({
  doc: parse(htmlOf(file)),
  url: urlOf(file),
});

/** The team that reads these pages. */
export const own = { addresses: ['rita@shop.example'], domains: ['shop.example'] };
