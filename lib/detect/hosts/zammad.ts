import type { HostSpec } from '../define-host.ts';

/**
 * Zammad 3 to 6, and its new desktop view (zammad/zammad: app/views/layouts/{application,desktop}.html.erb; the old view's
 * views/{ticket_zoom,ticket_zoom/title,widget/user,generic/sidebar_tabs}.jst.eco and lib/app_post/task_manager.coffee; the new
 * one's TicketSidebarWrapper, TicketSidebarCustomerContent, AttributeInput and ArticleBubbleBody.vue; last seen on 2026-11-22). The old view keeps every ticket
 * that was opened; the new one shows the customer when their tab beside the ticket is chosen.
 */
export const zammad: HostSpec = {
  id: 'zammad',
  version: '2026-11-22',
  body: '.ticket-article-item, .inner-article-body',
  // Notes on the customer.
  not: '[contenteditable]:not(.js-objectTitle)',
  views: [
    {
      path: /#ticket\/zoom\/(\d+)/u,
      pane: '#content_permanent_Ticket-$1',
      people: [
        {
          role: 'requester',
          at: '[data-tab="customer"] .sidebar-block',
          by: 'bare',
          name: '[data-tab="customer"] h3',
        },
      ],
      subject: ['.js-objectTitle', 'text'],
    },
    {
      path: /\/desktop\/tickets\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '#ticketSidebar, #ticketSidebar:has(#customer-tickets) a[href^="mailto:"]',
          by: 'href',
        },
      ],
    },
  ],
};
