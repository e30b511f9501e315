import { asAddress, mailboxOf, textOf } from '../dom.ts';
import type { Host, Miss, PageReading, Person, Role } from '../types.ts';

const id = 'request-tracker';
const version = '2026-11-21';

/** What customers and colleagues wrote: its markup is theirs. */
const HISTORY = '.transaction, .history, .history-container, .history-list, .messagebody';
const TICKET = /\/(?:Ticket|m\/ticket)\/\w+(?:\.html)?$/u;

const common = (doc: Document) => ({ host: id, version, self: selfOf(doc) });

/** RT tells every page who is signed in, as JSON in a script of its own. */
const selfOf = (doc: Document): string[] => {
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const json = /RT\.CurrentUser\s*=\s*(\{.*?\});/su.exec(script.textContent ?? '')?.[1];
    if (json === undefined) continue;
    try {
      const user: unknown = JSON.parse(json);
      const address =
        typeof user === 'object' && user !== null && 'EmailAddress' in user ? user.EmailAddress : '';
      const own = asAddress(typeof address === 'string' ? address : '');
      return own ? [own] : [];
    } catch {
      return [];
    }
  }
  return [];
};

const peopleIn = (box: Element | null | undefined, role: Role, from: string): Person[] =>
  [...(box?.querySelectorAll('.user') ?? [])].flatMap((user): Person[] => {
    const mailbox = user.closest(HISTORY) ? null : mailboxOf(textOf(user));
    return mailbox ? [{ ...mailbox, role, confidence: 'sure', from }] : [];
  });

const outside = (doc: Document, selector: string): Element | undefined =>
  [...doc.querySelectorAll(selector)].find((element) => !element.closest(HISTORY));

/** Display: the "People" box; its inline form stands beside and holds inputs, hence `.current-value`. */
const onDisplay = (doc: Document): Person[] => {
  const box = outside(doc, '.ticket-info-people');
  const asked = peopleIn(
    box?.querySelector('.form-row.requestors .current-value'),
    'requester',
    '.requestors .current-value .user',
  );
  if (asked.length > 0)
    return [
      ...asked,
      ...peopleIn(
        box?.querySelector('.form-row.cc .current-value'),
        'participant',
        '.cc .current-value .user',
      ),
    ];
  return peopleIn(outside(doc, '.ticket-info-requestor'), 'requester', '.ticket-info-requestor .user');
};

/** The telephone pages have no class per row; the order Owner, Requestors, Cc, AdminCc is fixed in the template. */
const onTelephone = (doc: Document): Person[] => {
  const rows = outside(doc, '#ticket-show .ticket-info-people')?.querySelectorAll('.entry > .value') ?? [];
  return [
    ...peopleIn(rows[1], 'requester', '.ticket-info-people .entry:nth-child(2) .user'),
    ...peopleIn(rows[2], 'participant', '.ticket-info-people .entry:nth-child(3) .user'),
  ];
};

/** Reply: RT lists there whom the mail will go to, once it has worked that out. */
const onReply = (doc: Document): Person[] => {
  const box = outside(doc, '#recipients input[name="TxnSendMailTo"]')
    ? outside(doc, '#recipients')
    : outside(doc, '#previewscrips');
  const inputs = [...(box?.querySelectorAll('input[name="TxnSendMailTo"][type="checkbox"]') ?? [])];
  // "To" and "Cc" are translated; "To" is always written first.
  const kindOf = (input: Element | undefined) =>
    textOf(input?.closest('.form-row')?.querySelector('.col-auto'));
  const to = kindOf(inputs[0]);
  return inputs.flatMap((input): Person[] => {
    const address = asAddress(input.getAttribute('value'));
    const shown = mailboxOf(textOf(input.closest('.custom-control')?.querySelector('.user')));
    const name = shown?.address.toLowerCase() === address.toLowerCase() ? shown.name : '';
    const role = kindOf(input) === to ? 'recipient' : 'participant';
    return address ? [{ address, name, role, confidence: 'likely', from: 'input[name=TxnSendMailTo]' }] : [];
  });
};

const ticketOf = (doc: Document, url: URL): string =>
  url.searchParams.get('id') ??
  doc.querySelector('form[name="TicketUpdate"] input[name="id"]')?.getAttribute('value') ??
  '';

const subjectOf = (doc: Document): string =>
  textOf(doc.querySelector('#header h1') ?? doc.querySelector('body > h1')).replace(/^.*?#\d+:\s*/u, '');

const missOf = (doc: Document): Miss =>
  doc.readyState === 'loading' || doc.querySelector('#previewscrips .refreshing, #recipients .refreshing')
    ? 'loading'
    : 'name-only';

const read = (doc: Document, url: URL): PageReading => {
  const shared = common(doc);
  const ticket = TICKET.test(url.pathname) ? ticketOf(doc, url) : '';
  if (!/^\d+$/u.test(ticket)) return { ...shared, kind: 'miss', miss: 'no-conversation' };
  const people = [onDisplay, onTelephone, onReply].map((part) => part(doc)).find((found) => found.length > 0);
  if (!people) return { ...shared, kind: 'miss', miss: missOf(doc) };
  const subject = subjectOf(doc);
  return { ...shared, kind: 'people', conversation: ticket, ...(subject && { subject }), people };
};

/** Request Tracker 5: ticket, reply and telephone pages. Every step is a full load; only the reply fills in later. */
export const requestTracker: Host = {
  id,
  name: 'Request Tracker',
  version,
  matches: (doc, url) =>
    doc.querySelector('script[src*="/NoAuth/js/squished-"], link[href*="/NoAuth/css/"]') !== null ||
    (/\/m\/ticket\//u.test(url.pathname) &&
      doc.querySelector('link[href$="/static/css/mobile.css"]') !== null),
  read,
  regions: (doc) =>
    ['.ticket-info-people', '.ticket-info-requestor', '#recipients', '#previewscrips', '#header h1']
      .map((selector) => outside(doc, selector))
      .filter((element) => element !== undefined),
};
