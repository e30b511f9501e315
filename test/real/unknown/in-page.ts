import { readPage } from '#lib/detect/read-page.ts';
import { whoIs } from '#lib/detect/who.ts';

/** What the panel would be told of a page that is drawn, in short: who, whom it asks about, or why nobody. */
const answer = (html: string): string => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
  const found = whoIs(readPage(document, new URL('https://other.example/mail/5')), {
    addresses: ['rita@shop.example'],
    domains: ['shop.example'],
  });
  if (found.kind === 'one') return `one ${found.person.address}`;
  return found.kind === 'several'
    ? `asks ${found.people.map(({ address }) => address).join(' ')}`
    : found.miss;
};

Object.assign(globalThis, { answer });
