import type { HostSpec } from '../define-host.ts';

const message = '[class*="StyledMessageDiv"]';

/**
 * Front. Its classes are the names of a component and its part with a hash that changes, so only the part counts: of
 * `messageViewerRecipient` (clockify/browser-extension front.js) the sender's address in `StyledHandleSpan`, of others the
 * boxes of messages, the collapsed ones and the texts (a published extension that reads Front's page since February 2026). Last seen there
 * on 2026-11-22. Recipients are names only: after an answer of our own, those who wrote before are offered.
 */
export const front: HostSpec = {
  id: 'front',
  version: '2026-11-22',
  body: '[class*="StyledHtmlDiv"], [class*="StyledEmailDiv"]',
  views: [
    {
      when: '[data-testid^="viewer-"]',
      message,
      open: `${message}:not(:has([class*="messageViewerCollapsed"]))`,
      others: true,
      people: [
        {
          role: 'sender',
          at: '[class*="StyledHandleSpan"]',
          by: 'text',
          part: /^<?([^\s<>]+)>?$/u,
          name: '[class*="StyledDetailsWrapperDiv"] > :first-child',
          confidence: 'likely',
        },
      ],
      subject: ['[data-searchable-subject="true"]', 'text'],
      id: ['[data-testid^="viewer-"]', 'data-testid'],
    },
  ],
};
