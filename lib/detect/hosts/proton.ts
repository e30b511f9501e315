import type { HostSpec } from '../define-host.ts';

/**
 * Proton Mail. Anchors from its own source (ProtonMail/WebClients, applications/mail/src/app/components: message/MessageView,
 * message/header/HeaderExpanded, message/recipients/RecipientItemLayout and RecipientsList, composer/addresses), as
 * published on 2026-11-22: test ids and titles, in no language. The text of a mail is a frame of its own.
 */
export const proton: HostSpec = {
  id: 'proton',
  version: '2026-11-22',
  body: '.message-content',
  editor: '.composer-content',
  self: [['head > title', 'text', /\| (\S+@\S+) \|/u]],
  views: [
    {
      path: /^\/u\/\d+\/[\w-]+\/([^/?#]+)/u,
      when: '[data-shortcut-target="message-container"]',
      message: '[data-shortcut-target="message-container"]',
      open: '[data-expanded="true"]',
      people: [
        { role: 'sender', at: '[data-testid="recipients:sender"]', by: 'title' },
        { role: 'recipient', at: '[data-testid^="recipients:item"]', by: 'title' },
      ],
      subject: ['[data-testid="conversation-header:subject"]', 'text'],
    },
    {
      when: '[data-testid="composer:to"]',
      people: [
        {
          role: 'recipient',
          at: '[data-testid^="remove-address-button-"]',
          by: 'data-testid',
          part: /button-(.+)/u,
          name: '.composer-addresses-item-label',
        },
      ],
      writing: true,
    },
  ],
};
