import { defineHost } from '../define-host.ts';

/**
 * Gmail. Anchors: InboxSDK gmail-message-view.ts (`td.gF span[email]`, `.hb span[email]`, `div.adn`, `div.adf`,
 * `div[role=list] > div[role=listitem]`), gmail.js (`span.gD`, `span.g2`), FlowCrypt gmail-element-replacer.ts and Briskine
 * (compose chips), Mailvelope (the account in the title); as published on 2026-11-22.
 */
export const gmail = defineHost({
  id: 'gmail',
  name: 'Gmail',
  version: '2026-11-22',
  on: /^mail\.google\.com$/u,
  body: 'div.a3s, div.ii.gt',
  not: '[gh="tl"], tr.zA, .aoP',
  // Of a delegated account the mailbox stands there, not the person: it is the mailbox that answers.
  self: [['head > title', 'text', /(?:^|\s-\s)([^\s<>]+@[^\s<>]+)(?:\s-\s[^-]*)?$/u]],
  views: [
    {
      when: 'h2[data-thread-perm-id], h2.hP',
      message: 'div[role="list"] > div[role="listitem"]',
      open: '.adn',
      people: [
        { role: 'sender', at: '.gD[email], td.gF span[email]' },
        { role: 'recipient', at: '.g2[email], .hb span[email]' },
      ],
      subject: ['h2.hP', 'text'],
      id: ['h2[data-thread-perm-id]', 'data-thread-perm-id'],
    },
  ],
});
