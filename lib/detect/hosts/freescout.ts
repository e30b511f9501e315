import type { HostSpec } from '../define-host.ts';

/**
 * FreeScout 1.8 (freescout-help-desk/freescout: resources/views/{layouts/app,conversations/view,
 * conversations/partials/customer_sidebar,customers/profile_snippet}.blade.php; last seen on 2026-11-22). Of a customer's
 * addresses the conversation's stands first.
 */
export const freescout: HostSpec = {
  id: 'freescout',
  version: '2026-11-22',
  body: '#conv-layout-main',
  views: [
    {
      path: /\/conversation\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '#conv-layout-customer .customer-email:first-child > .contact-main',
          by: 'bare',
          name: '#conv-layout-customer .customer-name',
        },
      ],
      subject: ['.conv-subjtext', 'text'],
    },
  ],
};
