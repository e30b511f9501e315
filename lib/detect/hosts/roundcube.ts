import { asAddress, clean, mailboxOf, mailtoOf, nameBeside, splitMailboxes, textOf } from '../dom.ts';
import type { Host, PageReading, Person, Role } from '../types.ts';

const id = 'roundcube';
const version = '2026-11-21';

/** Where a mail's own markup stands. Plug-ins add to #message-objects what they find in the body. */
const BODY = '#messagebody, #messagepart, #message-objects, #attachment-list';
/**
 * Classic, larry and elastic have `td.header.<name>` in common, in windows, previews and print. Larry's preview
 * has a short row besides whose `from` cell holds the *recipient* in Sent.
 */
const SHORT = '#preview-shortheaders';
const ROLES: Record<string, Role> = {
  from: 'sender',
  replyto: 'reply-to',
  'mail-reply-to': 'reply-to',
  to: 'recipient',
  cc: 'participant',
  bcc: 'participant',
};

const cells = (doc: Document): Element[] =>
  [...doc.querySelectorAll('td.header')].filter((cell) => !cell.closest(`${BODY}, ${SHORT}`));

const person = (address: string, name: string, role: Role, from: string): Person => ({
  address,
  name,
  role,
  confidence: 'sure',
  from,
});

const peopleOfCell = (cell: Element, key: string, role: Role): Person[] => {
  const entries = cell.querySelectorAll('.adr');
  return [...(entries.length > 0 ? entries : [cell])].flatMap((entry): Person[] => {
    const link = entry.querySelector('.rcmContactAddress');
    if (link) {
      // With "show addresses" on, the title is missing and the text is `Name <address>`.
      const address = asAddress(link.getAttribute('title')) || mailtoOf(link);
      return address
        ? [person(address, nameBeside(textOf(link), address), role, `td.header.${key} .rcmContactAddress`)]
        : [];
    }
    // Print, and addresses that Roundcube itself calls invalid: text only.
    const box = mailboxOf(textOf(entry));
    return box ? [person(box.address, box.name, role, `td.header.${key} .adr`)] : [];
  });
};

/** The page's settings are JSON, so a quote inside a value is escaped and cannot make a key of its own. */
const USERNAME = /rcmail\.set_env\(\{(?:.*,)?"username":"([^"\\]+)"/u;

/** The rep's own addresses: who is signed in, and while composing the identities. */
const selfOf = (doc: Document): string[] => {
  const scripts = [...doc.querySelectorAll('script:not([src])')].filter((script) => !script.closest(BODY));
  const users = scripts.map((script) => USERNAME.exec(script.textContent ?? '')?.[1]);
  const identities = [...doc.querySelectorAll('select#_from option')].map(
    (option) => mailboxOf(textOf(option))?.address,
  );
  return [...new Set([...users, ...identities].map(asAddress).filter((address) => address !== ''))];
};

const readMessage = (doc: Document, url: URL, self: string[]): PageReading => {
  const shared = { host: id, version, self };
  const found = cells(doc);
  if (found.length === 0)
    return { ...shared, kind: 'miss', miss: doc.readyState === 'loading' ? 'loading' : 'layout-unknown' };
  const people = found.flatMap((cell) => {
    const key = Object.keys(ROLES).find((name) => cell.classList.contains(name));
    const role = key === undefined ? undefined : ROLES[key];
    return key !== undefined && role !== undefined ? peopleOfCell(cell, key, role) : [];
  });
  if (people.length === 0) return { ...shared, kind: 'miss', miss: 'name-only' };
  const subject = subjectOf(doc, found);
  const conversation = `${url.searchParams.get('_mbox') ?? ''}/${url.searchParams.get('_uid') ?? ''}`;
  return { ...shared, kind: 'people', conversation, ...(subject && { subject }), people };
};

const subjectOf = (doc: Document, found: Element[]): string => {
  const cell = found.find((element) => element.classList.contains('subject'));
  if (cell) return textOf(cell);
  const heading = [...doc.querySelectorAll('h2.subject, h3.subject')].find(
    (element) => !element.closest(BODY),
  );
  if (!heading) return '';
  // The heading begins with "Subject:" for screen readers and ends with a button.
  const parts = [...heading.querySelectorAll('.voice, a')].map(textOf).filter((part) => part !== '');
  return clean(parts.reduce((text, part) => text.replace(part, ''), textOf(heading)));
};

/** Who the rep is writing to: here the fields are known to be recipients. */
const readCompose = (doc: Document, url: URL, self: string[]): PageReading => {
  const shared = { host: id, version, self };
  const field = doc.querySelector<HTMLTextAreaElement>('textarea#_to');
  if (!field)
    return { ...shared, kind: 'miss', miss: doc.readyState === 'loading' ? 'loading' : 'layout-unknown' };
  const people = splitMailboxes(field.value).map((box) =>
    person(box.address, box.name, 'recipient', 'textarea#_to'),
  );
  if (people.length === 0) return { ...shared, kind: 'miss', miss: 'no-conversation' };
  return { ...shared, kind: 'people', conversation: `compose/${url.searchParams.get('_id') ?? ''}`, people };
};

const MESSAGE = new Set(['show', 'preview', 'print']);

/**
 * Roundcube 1.4 to 1.6, whatever its address. In three panes the message is a document of its own (an iframe that
 * navigates); the list around it shows other people, so that frame only tells who the rep is. An attachment shown
 * on its own (`_action=get`) is a document that a stranger wrote: nothing is read there.
 */
export const roundcube: Host = {
  id,
  name: 'Roundcube',
  version,
  matches: (doc) => doc.querySelector('script[src*="program/js/app."]') !== null,
  read: (doc, url) => {
    const action = url.searchParams.get('_action') ?? '';
    const self = selfOf(doc);
    if (MESSAGE.has(action)) return readMessage(doc, url, self);
    if (action === 'compose') return readCompose(doc, url, self);
    return { host: id, version, self, kind: 'miss', miss: 'no-conversation' };
  },
  // A message never changes in place: another one is another document. Where there is none, the frame is all
  // that could change, and it tells by itself.
  regions: (doc) => {
    const region =
      cells(doc)[0]?.closest('table') ??
      doc.querySelector('textarea#_to')?.parentElement ??
      doc.querySelector('#messagecontframe, title');
    return region ? [region] : [];
  },
};
