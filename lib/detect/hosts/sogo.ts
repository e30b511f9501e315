import type { HostSpec } from '../define-host.ts';

/** The editor is a dialog beside the page's own parts, where no mail can stand. */
const EDITOR = 'body > .md-dialog-container > #mailEditor';
const chips = (field: string): string =>
  `${EDITOR} [ng-model="editor.message.editable.${field}"] md-chip-template`;

/**
 * SOGo 3 to 5 (UI/Templates/MailerUI/UIxMailViewTemplate.wox and UIxMailEditor.wox, with and without `::`; seen in 5.8.0
 * on 2026-11-22), in the three panes and in a window of its own. No page loads when another mail is opened: the view is
 * replaced and the hash changes with it. A mail's markup keeps its classes, ids and attributes, SOGo's own `ng-bind`
 * among them. Reply-To and further authors are not shown; an answer that is being written goes where Reply-To says.
 */
export const sogo: HostSpec = {
  id: 'sogo',
  version: '2026-11-22',
  // The other face of the card is the mail's source.
  body: '.msg-body, .sg-back',
  // The people of an open editor count while it is the view.
  not: '#mailEditor',
  self: [
    ['[ng-bind$="activeUser.email"]', 'text'],
    ['script[type="text/javascript"]:not([src])', 'text', /\bUserEmail\s*=\s*'([^'\\]+)'/u],
  ],
  views: [
    {
      when: EDITOR,
      writing: true,
      people: [
        { role: 'recipient', at: chips('to'), by: 'text' },
        { role: 'participant', at: chips('cc'), by: 'text' },
      ],
    },
    {
      path: /#!\/Mail\/(\d+\/[^?#]+\/\d+)$/u,
      when: '[ui-view="message"] md-card',
      message: '[ui-view="message"]',
      open: '.msg-recipients',
      people: [
        {
          role: 'sender',
          at: '[ng-bind$="viewer.message.from[0].email"]',
          by: 'bare',
          name: '[ng-bind$="viewer.message.from[0].name"], .md-list-item-text > span',
        },
        // Versions 3 and 4 show the whole mailbox.
        {
          role: 'recipient',
          at: '[ng-repeat$="in viewer.message.to"] [ng-bind="recipient.full"]',
          by: 'text',
        },
        {
          role: 'participant',
          at: '[ng-repeat$="in viewer.message.cc"] [ng-bind="recipient.full"]',
          by: 'text',
        },
        // Version 5 shows the name, if there is one, and a name may be spelled like somebody's address.
        {
          role: 'recipient',
          at: '.msg-recipients [ng-bind*="$shortRecipients"]',
          by: 'name',
          confidence: 'weak',
        },
      ],
      subject: ['.sg-padded > h5', 'text'],
    },
  ],
};
