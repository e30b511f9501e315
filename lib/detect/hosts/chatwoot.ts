import type { HostSpec } from '../define-host.ts';

/**
 * Chatwoot 3 and 4 (chatwoot/chatwoot: app/views/layouts/vueapp.html.erb; routes/dashboard/conversation/contact/{ContactInfo,
 * ContactInfoRow}.vue, components-next/message/Message.vue, components-next/sidebar/SidebarProfileMenu.vue; last seen on
 * 2026-11-22). With the contact's panel folded there is only a name.
 */
export const chatwoot: HostSpec = {
  id: 'chatwoot',
  version: '2026-11-22',
  body: '[data-message-id]',
  not: '.reply-box',
  self: [['aside button div > div', 'text']],
  views: [
    {
      path: /\/app\/accounts\/(\d+)\/.*?conversations?\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: ':has(> h3.capitalize) ~ div a[href^="mailto:"] > [title]',
          by: 'title',
          name: 'h3.capitalize',
        },
        // No address stands there, but with it the contact is known to be shown.
        { role: 'requester', at: 'h3.capitalize', by: 'href' },
      ],
    },
  ],
};
