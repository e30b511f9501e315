import type { Conversation } from '../conversation.ts';
import { type Folder, neighbour, placeOf, search } from './mailbox.ts';
import { article, empty, localReply, peopleOf, replyForm, rows } from './views.ts';

/** A webmail fetches a message after the click; this long the previous one stays in view here too. */
const LOAD_MS = 60;

const need = (selector: string): HTMLElement => {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page lacks ${selector}.`);
  return found;
};

const main = need('main');
const list = need('#list');
const pane = need('#pane');
const searchBox = need('#search');
const unreadBadge = need('#unread');

const title = document.title;

let all: Conversation[] = [];
let folder: Folder = 'inbox';
let open: string | null = null;
let shown: string | null = null;
let localReplies = 0;
const replies = new Map<string, string[]>();

const query = (): string => (searchBox instanceof HTMLInputElement ? searchBox.value : '');
const visible = (): Conversation[] => search(all, folder, query());

const drawList = (): void => {
  const found = visible();
  list.replaceChildren(
    found.length > 0
      ? rows(found, Date.now(), open)
      : query()
        ? empty('Nothing found', 'No conversation here holds all of these words.')
        : empty('Nothing here yet', 'Mails that you send from this page will stand here.'),
  );
  const unread = all.filter((c) => c.folder === 'inbox' && c.unread).length;
  unreadBadge.textContent = unread > 0 ? String(unread) : '';
  for (const tab of document.querySelectorAll('[data-folder]')) {
    if (tab.getAttribute('data-folder') === folder) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
};

const drawPane = (c: Conversation | undefined): void => {
  shown = c?.id ?? null;
  document.title = c ? `${c.subject} – ${title}` : title;
  pane.removeAttribute('aria-busy');
  if (!c) {
    pane.replaceChildren(
      open === null
        ? empty('Magandang araw!', 'Pick a conversation, or press j to open the first.')
        : empty(
            'This conversation is not here',
            'It may have been a mail you wrote before the page was reloaded.',
          ),
    );
    return;
  }
  const to = peopleOf(c)[0] ?? c.from;
  const form = replyForm(to.name);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    reply(c, form);
  });
  const mail = article(c);
  pane.replaceChildren(mail, ...(replies.get(c.id) ?? []).map(localReply), form);
  pane.scrollTop = 0;
};

/** Keeps the reply in this page: below the mail, and as a conversation of its own under Sent. */
const reply = (c: Conversation, form: HTMLFormElement): void => {
  const text = String(new FormData(form).get('reply') ?? '').trim();
  if (!text) return;
  replies.set(c.id, [...(replies.get(c.id) ?? []), text]);
  localReplies += 1;
  const us = { name: main.dataset.shop ?? '', address: main.dataset.self ?? '' };
  all = [
    {
      id: `local-${localReplies}`,
      folder: 'sent',
      subject: /^re:/i.test(c.subject) ? c.subject : `Re: ${c.subject}`,
      from: us,
      to: peopleOf(c),
      at: Date.now(),
      unread: false,
      text,
    },
    ...all,
  ];
  form.before(localReply(text));
  form.reset();
  drawList();
};

let loading: ReturnType<typeof setTimeout> | undefined;
const go = (): void => {
  const place = placeOf(location.hash);
  clearTimeout(loading);
  if ('folder' in place) {
    folder = place.folder;
    open = null;
    main.removeAttribute('data-reading');
    drawList();
    drawPane(undefined);
    return;
  }
  open = place.conversation;
  const next = all.find((c) => c.id === open);
  if (next) {
    folder = next.folder;
    next.unread = false;
  }
  main.setAttribute('data-reading', '');
  drawList();
  if (shown === open) return;
  pane.setAttribute('aria-busy', 'true');
  loading = setTimeout(() => drawPane(next), LOAD_MS);
};

const step = (by: 1 | -1): void => {
  const next = neighbour(visible(), open, by);
  if (next) location.hash = `#/c/${encodeURIComponent(next)}`;
};
const back = (): void => {
  location.hash = folder === 'sent' ? '#/sent' : '#/inbox';
};
const keys: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  u: back,
  r: () => pane.querySelector('textarea')?.focus(),
  '/': () => searchBox.focus(),
};
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable);

document.addEventListener('keydown', (event) => {
  if (
    event.target instanceof HTMLTextAreaElement &&
    event.key === 'Enter' &&
    (event.ctrlKey || event.metaKey)
  ) {
    event.target.form?.requestSubmit();
    return;
  }
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
// A click on a name looks for this person's mails; a mail program would be the wrong answer in a demo.
pane.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-address]') : null;
  if (!link || !(searchBox instanceof HTMLInputElement)) return;
  event.preventDefault();
  searchBox.value = link.getAttribute('data-address') ?? '';
  drawList();
});
need('#back').addEventListener('click', () => back());
searchBox.addEventListener('input', drawList);
window.addEventListener('hashchange', go);

try {
  const answer = await fetch('/demo/conversations');
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  all = await answer.json();
  go();
} catch (error) {
  pane.replaceChildren(
    empty('The inbox did not load', `Is the server still running? Reload to try again. (${String(error)})`),
  );
}
