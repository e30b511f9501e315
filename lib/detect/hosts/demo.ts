import { asAddress, textOf } from '../dom.ts';
import type { Host, PageReading, Person, Role } from '../types.ts';

/** Right below the body, where no mail's text can stand. */
const rootOf = (doc: Document): Element | null =>
  [...doc.body.children].find((child) => child.matches('main[data-suki-demo="1"]')) ?? null;
const common = (self: string[]) => ({ host: 'demo', version: '2026-11-21', self });

/** The open conversation: the first article. One that a mail's text brought along comes later, inside of it. */
const openOf = (doc: Document): Element | null => {
  const article = rootOf(doc)?.getElementsByTagName('article')[0];
  return article?.hasAttribute('data-conversation') && !article.closest('.body') ? article : null;
};

const PEOPLE = 'a.from, a.reply-to, a.to, a.cc';

const peopleOf = (header: Element): Person[] =>
  [...header.querySelectorAll(PEOPLE)].flatMap((link): Person[] => {
    const address = asAddress(link.getAttribute('data-address'));
    if (!address) return [];
    const kind = ['from', 'reply-to', 'to', 'cc'].find((name) => link.classList.contains(name)) ?? 'cc';
    const role: Role =
      kind === 'from'
        ? 'sender'
        : kind === 'reply-to'
          ? 'reply-to'
          : kind === 'to'
            ? 'recipient'
            : 'participant';
    const name = textOf(link);
    return [
      {
        address,
        name: name === address ? '' : name,
        role,
        confidence: 'sure',
        from: `a.${kind}[data-address]`,
      },
    ];
  });

const here = (url: URL): boolean => /\/demo(\/|$)/u.test(url.pathname);

const read = (doc: Document, url: URL): PageReading => {
  const self = asAddress(rootOf(doc)?.getAttribute('data-self'));
  const shared = common(self ? [self] : []);
  const article = openOf(doc);
  if (!article || !here(url)) return { ...shared, kind: 'miss', miss: 'no-conversation' };
  const header = article.querySelector(':scope > header');
  const conversation = article.getAttribute('data-conversation') ?? '';
  if (!header || !conversation) return { ...shared, kind: 'miss', miss: 'loading' };
  const people = peopleOf(header);
  if (people.length === 0) return { ...shared, kind: 'miss', miss: 'name-only' };
  const subject = textOf(header.querySelector('.subject'));
  return { ...shared, kind: 'people', conversation, ...(subject && { subject }), people };
};

/** The inbox that the server shows at /demo. */
export const demo: Host = {
  id: 'demo',
  name: 'Suki demo inbox',
  version: '2026-11-21',
  matches: (doc, url) => here(url) && rootOf(doc) !== null,
  read,
  regions: (doc) => {
    const header = openOf(doc)?.querySelector(':scope > header');
    return header ? [...header.querySelectorAll(`${PEOPLE}, .subject`)] : [];
  },
};
