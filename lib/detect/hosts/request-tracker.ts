import type { HostSpec, Rule } from '../define-host.ts';

const TICKET = '/(?:Ticket|m/ticket)/\\w+(?:\\.html)?';
/** `#7: Where is …`, with words before it where the ticket is being changed. */
const SUBJECT = /#\d+:\s*(.*)$/u;

const user = (role: Rule['role'], at: string): Rule => ({ role, at, by: 'text' });

/** Whom the mail will go to, once RT has worked that out. "To" and "Cc" are translated; "To" is first. */
const goesTo: Rule = {
  role: 'participant',
  at: ':is(#recipients, #previewscrips) input[name="TxnSendMailTo"][type="checkbox"]',
  by: 'value',
  name: '.user',
  each: '.form-row',
  confidence: 'likely',
};

/**
 * Request Tracker 5: ticket, reply and telephone pages (share/html/Ticket/Elements/ShowPeople, Elements/HeaderJavascript,
 * m/ticket/show; seen in 5.0.3 on 2026-11-22). Every step is a full load; only the reply fills in later.
 */
export const requestTracker: HostSpec = {
  id: 'request-tracker',
  version: '2026-11-22',
  // What customers and colleagues wrote: its markup is theirs.
  body: '.transaction, .history, .history-container, .history-list, .messagebody',
  // RT tells every page who is signed in, as JSON in a script of its own.
  self: [['script:not([src])', 'text', /RT\.CurrentUser\s*=\s*\{(?:[^}]*,)?"EmailAddress":"([^"\\]+)"/u]],
  views: [
    // Its box of recipients is called like the people of a ticket.
    {
      path: new RegExp(TICKET, 'u'),
      when: 'form[name="TicketUpdate"]',
      writing: true,
      loading: '#previewscrips .refreshing, #recipients .refreshing',
      people: [{ ...goesTo, role: 'recipient', like: '.col-auto' }, goesTo],
      near: '#recipients, #previewscrips',
      subject: ['#header h1', 'text', SUBJECT],
      id: ['form[name="TicketUpdate"] input[name="id"]', 'value'],
    },
    {
      path: new RegExp(`${TICKET}.*[?&]id=(\\d+)`, 'u'),
      when: '.ticket-info-people, .ticket-info-requestor',
      bodiless: true,
      people: [
        // Its inline form stands beside and holds inputs.
        user('requester', '.ticket-info-people .requestors .current-value .user'),
        user('requester', '.ticket-info-requestor .user'),
        user('participant', '.ticket-info-people .cc .current-value .user'),
        // The telephone pages have no class per row; the order Owner, Requestors, Cc is fixed in the template.
        { ...user('requester', '#ticket-show .ticket-info-people .entry > .value'), nth: 1 },
        { ...user('participant', '#ticket-show .ticket-info-people .entry > .value'), nth: 2 },
      ],
      subject: ['#header h1, body > h1', 'text', SUBJECT],
    },
  ],
};
