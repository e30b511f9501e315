import type { HostSpec } from '../define-host.ts';

/**
 * Gorgias. The customer's first address stands in the panel beside the ticket, after its label `for="email-…"`, under the
 * link to the customer; messages are bubbles with `data-hover-state`, before `ticket-message-…` (Gorgias's own web client
 * as it can be read in public: EmailChannelField, FieldRow, InfobarTicketCustomerName, MessageBubble, Container). The
 * ticket's address: LaurynasBuinauskas/gorgias-ai-assistant. Last seen there on 2026-11-22.
 */
export const gorgias: HostSpec = {
  id: 'gorgias',
  version: '2026-11-22',
  body: '[data-hover-state], [data-testid^="ticket-message-"]',
  views: [
    {
      path: /^\/app\/(?:ticket|views\/\d+)\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: 'label[for^="email-"] + * *',
          by: 'bare',
          name: 'a[href^="/app/customer/"] > :last-child',
        },
      ],
    },
  ],
};
