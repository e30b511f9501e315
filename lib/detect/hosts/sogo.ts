import { defineHost } from '../define-host.ts';
import { textOf } from '../dom.ts';
import type { Person } from '../types.ts';

/** Of recipients SOGo shows the name, if there is one, and a name may be spelled like somebody's address. */
const namesOnly = (doc: Document): Person[] => {
  const shown = textOf(doc.querySelector('.msg-recipients [ng-bind*="$shortRecipients"]'));
  const from = '.msg-recipients';
  return shown ? [{ address: '', name: shown, role: 'recipient', confidence: 'weak', from }] : [];
};

/**
 * SOGo 3 to 5 (UI/Templates/MailerUI/UIxMailViewTemplate.wox and UIxMailEditor.wox, with and without `::`; seen in 5.8.0
 * on 2026-11-22), in the three panes and in a window of its own. No page loads when another mail is opened: the view is
 * replaced and the hash changes with it. A mail's markup keeps its classes, ids and attributes, SOGo's own `ng-bind`
 * among them. Reply-To and further authors are not shown; an answer that is being written goes where Reply-To says.
 */
export const sogo = defineHost({
  id: 'sogo',
  name: 'SOGo',
  version: '2026-11-22',
  head: 'link[href*="/SOGo.woa/WebServerResources/"], link[href*="/SOGo/WebServerResources/"]',
  root: 'body[ng-app^="SOGo."]',
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
      when: '#mailEditor',
      writing: true,
      people: [
        {
          role: 'recipient',
          at: '#mailEditor [ng-model="editor.message.editable.to"] md-chip-template',
          by: 'text',
        },
        {
          role: 'participant',
          at: '#mailEditor [ng-model="editor.message.editable.cc"] md-chip-template',
          by: 'text',
        },
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
          by: 'text',
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
      ],
      also: namesOnly,
      subject: ['.sg-padded > h5', 'text'],
    },
  ],
});
