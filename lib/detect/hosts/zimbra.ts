import type { HostSpec } from '../define-host.ts';

const FROM = '.LabelColValue > span:not([id*="more_addrs"]) > .addrBubble';

/**
 * Zimbra's classic client, 8.7 to 10 (Zimbra/zm-web-client: templates/mail/Message.template `MessageHeader`, `SentBy`,
 * `Conv2MsgHeader-expanded`, `ExtImageInformationBar`; ZmMailMsgView.js, ZmConvView2.js, ZmAddressInputField.js
 * `ZmAddressBubble`, public/launchZCS.jsp; last seen on 2026-11-22). The modern client is not open and no anchor of it is known.
 *
 * Unless the rep has changed it, the header shows names alone, and a name may read like a name and an address. So what
 * stands there is a guess. The bar that offers a mail's pictures knows the address itself.
 */
export const zimbra: HostSpec = {
  id: 'zimbra',
  version: '2026-11-22',
  body: '.MsgBody',
  // Views that are not shown stay in the page, far outside of the window.
  not: '[style*="-10000px"]',
  // Who has no name is shown by address.
  self: [['#skin_container_username', 'text']],
  views: [
    {
      message: '.ZmMailMsgCapsuleView, .ZmMailMsgView',
      open: '.addrBubble',
      people: [
        { role: 'sender', at: '.DisplayImages [id$="_email"]', by: 'bare', name: FROM },
        // With "on behalf of" there are two, and either may be the one.
        { role: 'sender', at: FROM, by: 'text', confidence: 'weak' },
        // Only a label tells a Reply-To from other recipients: a form's, from nobody, is found among them.
        {
          role: 'recipient',
          at: '.LabelColValue > .addrBubble, [id*="more_addrs"] > .addrBubble',
          by: 'text',
          confidence: 'weak',
        },
      ],
      subject: ['.Conv2Header .subject, .SubjectCol', 'text'],
      id: ['.Row-selected', 'id', /__(-?\d+)$/u],
    },
  ],
};
