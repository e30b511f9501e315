import { defineHost } from '../define-host.ts';
import { asAddress, mailboxOf, textOf } from '../dom.ts';
import { peopleOf } from '../read-rule.ts';
import type { Person, Role } from '../types.ts';

const TICKET = '/(?:Ticket|m/ticket)/\\w+(?:\\.html)?';
/** `#7: Where is …`, with words before it where the ticket is being changed. */
const SUBJECT = /#\d+:\s*(.*)$/u;
const ID = '[?&]id=(\\d+)';

const rules = (role: Role, at: string) => [{ role, at, by: 'text' }];

/** The telephone pages have no class per row; the order Owner, Requestors, Cc is fixed in the template. */
const onTelephone = (doc: Document): Person[] => {
  const entries = [...doc.querySelectorAll('#ticket-show .ticket-info-people .entry')];
  const roles: Role[] = ['requester', 'participant'];
  return roles.flatMap((role, at) =>
    [...(entries[at + 1]?.querySelectorAll('.user') ?? [])].flatMap((user) =>
      peopleOf(user, { role, at: '.ticket-info-people .entry .user', by: 'text' }),
    ),
  );
};

/** Reply: RT lists there whom the mail will go to, once it has worked that out. "To" and "Cc" are translated; "To" is first. */
const onReply = (doc: Document): Person[] => {
  const inputs = [
    ...doc.querySelectorAll(':is(#recipients, #previewscrips) input[name="TxnSendMailTo"][type="checkbox"]'),
  ];
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

/**
 * Request Tracker 5: ticket, reply and telephone pages (share/html/Ticket/Elements/ShowPeople, Elements/HeaderJavascript,
 * m/ticket/show; seen in 5.0.3 on 2026-11-22). Every step is a full load; only the reply fills in later.
 */
export const requestTracker = defineHost({
  id: 'request-tracker',
  name: 'Request Tracker',
  version: '2026-11-22',
  head: 'script[src*="/NoAuth/js/squished-"], link[href*="/NoAuth/css/"], link[href$="/static/css/mobile.css"]',
  // What customers and colleagues wrote: its markup is theirs.
  body: '.transaction, .history, .history-container, .history-list, .messagebody',
  // RT tells every page who is signed in, as JSON in a script of its own.
  self: [['script:not([src])', 'text', /RT\.CurrentUser\s*=\s*\{(?:[^}]*,)?"EmailAddress":"([^"\\]+)"/u]],
  views: [
    {
      path: new RegExp(`${TICKET}.*${ID}`, 'u'),
      when: '.ticket-info-people, .ticket-info-requestor',
      bodiless: true,
      people: [
        // Its inline form stands beside and holds inputs.
        ...rules('requester', '.ticket-info-people .requestors .current-value .user'),
        ...rules('requester', '.ticket-info-requestor .user'),
        ...rules('participant', '.ticket-info-people .cc .current-value .user'),
      ],
      also: onTelephone,
      subject: ['#header h1, body > h1', 'text', SUBJECT],
    },
    {
      path: new RegExp(TICKET, 'u'),
      when: 'form[name="TicketUpdate"]',
      writing: true,
      loading: '#previewscrips .refreshing, #recipients .refreshing',
      also: onReply,
      near: '#recipients, #previewscrips',
      subject: ['#header h1', 'text', SUBJECT],
      id: ['form[name="TicketUpdate"] input[name="id"]', 'value'],
    },
  ],
});
