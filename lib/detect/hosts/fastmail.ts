import type { HostSpec } from '../define-host.ts';

/**
 * Fastmail. Anchors, as published on 2026-11-22: `.v-MessageCard`, `.is-expanded` and `.v-Message-body` (Fastmail Plus),
 * `.v-MessageCard-from[title]` (Email Filter userscript), `.v-MessageCard-unknownSender` and `.v-Message-toName[title]`
 * (Fastmail Translate thread-dom), `dd.v-Message-detailsValue` after its label (public test suites),
 * `.v-MainNavToolbar-userName`, `-to-input` and its tokens (Fastmail wrappers, Briskine). Of contacts only the name may be shown.
 */
export const fastmail: HostSpec = {
  id: 'fastmail',
  version: '2026-11-22',
  body: '.v-Message-body',
  editor: '.v-RichText',
  not: '.v-MailboxItem, .v-Compose',
  self: [['.v-MainNavToolbar-userName', 'text']],
  views: [
    {
      when: '.v-MessageCard',
      message: '.v-MessageCard',
      open: '.is-expanded',
      people: [
        { role: 'sender', at: '.v-MessageCard-from', by: 'title' },
        { role: 'sender', at: '.v-MessageCard-unknownSender', by: 'text', name: '.v-MessageCard-from' },
        { role: 'recipient', at: '.v-Message-toName', by: 'title' },
      ],
      labels: true,
      subject: ['.v-Thread-title', 'text'],
    },
    {
      when: '[id$="-to-input"]',
      people: [
        { role: 'recipient', at: '[id$="-to-input"]', by: 'value' },
        { role: 'recipient', at: '.v-EmailInput:has([id$="-to-input"]) li', by: 'title text' },
      ],
      writing: true,
    },
  ],
};
