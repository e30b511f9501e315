import type { Conversation, MailPerson } from '../conversation.ts';
import { dayOf, fullTime, shortTime } from './dates.ts';

/**
 * Builds the page's elements. Text goes in as text and never as markup, so a name with a tag in it is just an
 * odd name. What a panel may rely on: one `article[data-conversation]` with `a.from`, `a.to`, `span.subject`
 * and `.body`; list rows carry none of these.
 */
type Attributes = Record<string, string>;
type Child = Node | string;
const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const TINTS = 6;
/** The same person has the same colour everywhere. */
const tintOf = (address: string): string => {
  let sum = 0;
  for (let i = 0; i < address.length; i++) sum = (sum * 31 + address.charCodeAt(i)) % 9973;
  return `tint-${sum % TINTS}`;
};
/** Up to two letters, by grapheme, so that an accent or a Thai vowel stays with its letter. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s@.]+/).filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  if (!first) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letter = (word: string) => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '';
  const latin = /^\p{Script=Latin}/u.test(first) || /^\p{Script=Cyrillic}/u.test(first);
  return (latin && last ? letter(first) + letter(last) : letter(first)).toLocaleUpperCase();
};
const avatar = ({ name, address }: MailPerson): HTMLElement =>
  el('span', { class: `avatar ${tintOf(address)}`, 'aria-hidden': 'true' }, initialsOf(name));

/** Who a row is about: the sender, or under Sent the recipients. */
export const peopleOf = (c: Conversation): MailPerson[] => (c.folder === 'sent' ? c.to : [c.from]);
const firstLine = (text: string): string =>
  (text.split('\n').find((line) => line.length > 28) ?? text).replace(/\s+/g, ' ').slice(0, 140);

export const row = (c: Conversation, now: number, open: boolean): HTMLElement => {
  const people = peopleOf(c);
  const names = people.map((p) => p.name).join(', ');
  const link = el(
    'a',
    {
      class: `row${c.unread ? ' unread' : ''}`,
      href: `#/c/${encodeURIComponent(c.id)}`,
      'data-row': c.id,
      ...(open ? { 'aria-current': 'true' } : {}),
    },
    avatar(people[0] ?? c.from),
    el(
      'span',
      { class: 'row-text' },
      el(
        'span',
        { class: 'row-top' },
        el('bdi', { class: 'row-who' }, c.folder === 'sent' ? `To ${names}` : names),
        el('time', { datetime: new Date(c.at).toISOString() }, shortTime(c.at, now)),
      ),
      el('span', { class: 'row-about', dir: 'auto' }, c.subject),
      el('span', { class: 'row-line', dir: 'auto' }, firstLine(c.text)),
    ),
  );
  return el('li', {}, link);
};

/** The list, parted by day: Today, Yesterday, Earlier this week, then by month. */
export const rows = (conversations: Conversation[], now: number, open: string | null): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  let day = '';
  let list = el('ol');
  for (const c of conversations) {
    const label = dayOf(c.at, now);
    if (label !== day) {
      day = label;
      list = el('ol', { 'aria-label': label });
      fragment.append(el('h2', { class: 'day' }, label), list);
    }
    list.append(row(c, now, c.id === open));
  }
  return fragment;
};

const person = (kind: 'from' | 'to', { name, address }: MailPerson): HTMLElement =>
  el(
    'a',
    { class: kind, href: `mailto:${address}`, title: address, 'data-address': address, dir: 'auto' },
    name,
  );

const recipients = (label: string, people: MailPerson[]): Child[] =>
  people.length === 0
    ? []
    : [
        el('span', { class: 'label' }, label),
        ' ',
        ...people.flatMap((p, i): Child[] => (i === 0 ? [person('to', p)] : [', ', person('to', p)])),
      ];

/** Paragraphs, each with its own direction. */
export const paragraphs = (text: string): HTMLElement[] =>
  text.split(/\n{2,}/).map((p) => {
    const lines = p.split('\n').flatMap((line, i): Child[] => (i === 0 ? [line] : [el('br'), line]));
    return el('p', { dir: 'auto' }, ...lines);
  });

const earlier = (c: Conversation): HTMLElement[] => {
  if (!c.earlier?.length) return [];
  const quotes = c.earlier.map((m) =>
    el(
      'blockquote',
      {},
      el('p', { class: 'quoted' }, el('bdi', {}, m.name), ` wrote on ${fullTime(m.at)}:`),
      ...paragraphs(m.text),
    ),
  );
  const n = c.earlier.length;
  return [
    el(
      'details',
      { class: 'earlier' },
      el('summary', {}, `${n} earlier ${n === 1 ? 'message' : 'messages'}`),
      ...quotes,
    ),
  ];
};

export const article = (c: Conversation): HTMLElement =>
  el(
    'article',
    { 'data-conversation': c.id },
    el(
      'header',
      {},
      el('h1', {}, el('span', { class: 'subject', dir: 'auto' }, c.subject)),
      el(
        'div',
        { class: 'envelope' },
        avatar(c.from),
        el(
          'div',
          { class: 'people' },
          el('p', {}, person('from', c.from), ' ', el('bdi', { class: 'address' }, c.from.address)),
          el(
            'p',
            { class: 'recipients' },
            ...recipients('to', c.to),
            ...(c.cc ? [' ', ...recipients('cc', c.cc)] : []),
          ),
        ),
        el('time', { class: 'when', datetime: new Date(c.at).toISOString() }, fullTime(c.at)),
      ),
    ),
    el('div', { class: 'body' }, ...paragraphs(c.text), ...earlier(c)),
  );

/** What the rep wrote on this page. It stands outside the article: it is not part of their mail. */
export const localReply = (text: string): HTMLElement =>
  el(
    'section',
    { class: 'local-reply', 'aria-label': 'Your reply' },
    el('p', { class: 'note' }, 'Your reply, on this page only. The demo inbox sends nothing.'),
    ...paragraphs(text),
  );

export const replyForm = (to: string): HTMLFormElement => {
  const area = el('textarea', {
    name: 'reply',
    rows: '3',
    dir: 'auto',
    // Isolated, so that a right-to-left name does not carry the dots to its other side.
    placeholder: `Write to \u2068${to}\u2069…`,
    'aria-label': `Reply to ${to}`,
  });
  const send = el('button', { type: 'submit', class: 'send' }, 'Send');
  return el(
    'form',
    { class: 'reply' },
    area,
    el('div', { class: 'reply-foot' }, el('span', { class: 'note' }, 'Nothing leaves this page.'), send),
  );
};

export const empty = (title: string, line: string): HTMLElement =>
  el('div', { class: 'empty' }, el('p', { class: 'empty-title' }, title), el('p', {}, line));
