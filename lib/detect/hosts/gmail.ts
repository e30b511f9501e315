import type { HostSpec } from '../define-host.ts';

/** Whom a mail in a window of its own goes to; an inline reply stands in its conversation. */
const popup = '[role="dialog"] [name="to"] [data-hovercard-id]';

/**
 * Gmail. Anchors: InboxSDK gmail-message-view.ts (`td.gF span[email]`, `.hb span[email]`, `div.adn`, `div.adf`,
 * `div[role=list] > div[role=listitem]`), gmail.js (`span.gD`, `span.g2`; is_preview_pane: there the message stands inside
 * `[gh=tl]`, beside the list), Mailvelope (the account in the title), FlowCrypt and Briskine (`[name=to]
 * [data-hovercard-id]`: the From row has such chips, too); as published on 2026-11-22. The print page (`view=pt`) is as public
 * captures have it since 2014: its rows are labelled in the rep's language.
 */
export const gmail: HostSpec = {
  id: 'gmail',
  version: '2026-11-22',
  body: 'div.a3s, div.ii.gt, table.message table',
  editor: '.editable',
  not: 'tr.zA, .aoP',
  self: [
    // Of a delegated account the mailbox stands there, not the person: it is the mailbox that answers.
    ['head > title', 'text', /(?:^|\s-\s)([^\s<>]+@[^\s<>]+)(?:\s-\s[^-]*)?$/u],
    ['.bodycontainer > table b', 'text'],
  ],
  views: [
    {
      path: /[?&]view=pt/u,
      message: 'table.message',
      people: [{ role: 'sender', at: 'td > font:not(.recipient)', by: 'text' }],
      labels: true,
      subject: ['.maincontent > table b', 'text'],
    },
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
    {
      when: popup,
      people: [{ role: 'recipient', at: popup }],
      writing: true,
    },
  ],
};
