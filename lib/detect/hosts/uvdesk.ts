import type { HostSpec } from '../define-host.ts';

/**
 * UVdesk community 1.0 and 1.1 (uvdesk/core-framework: Resources/views/{ticket,Templates/layout}.html.twig; last seen on
 * 2026-11-22). Name, address and telephone stand in this order without marks of their own, in its script as well.
 */
export const uvdesk: HostSpec = {
  id: 'uvdesk',
  version: '2026-11-22',
  body: '.uv-ticket-main',
  views: [
    {
      path: /\/ticket\/view\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '.uv-aside-customer-info > :nth-child(2)',
          by: 'bare',
          name: '.uv-aside-customer-info > :first-child',
        },
      ],
      subject: ['.uv-ticket-head h1', 'text'],
    },
  ],
};
