import { defineHost } from '../define-host.ts';

/**
 * Zimbra's classic client, 8.7 to 10 (Zimbra/zm-web-client: templates/mail/Message.template `MessageHeader`, `SentBy`,
 * `Conv2MsgHeader-expanded`; ZmMailMsgView.js, ZmConvView2.js, ZmAddressInputField.js `ZmAddressBubble`,
 * public/launchZCS.jsp; last seen on 2026-11-22). Its default shows names only. The modern client is not open and no anchor
 * of it is known.
 */
export const zimbra = defineHost({
  id: 'zimbra',
  name: 'Zimbra',
  version: '2026-11-22',
  head: 'link[href*="common,dwt,msgview"]',
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
        // With "on behalf of" there are two, and either may be the one.
        { role: 'sender', at: '.LabelColValue > span:not([id*="more_addrs"]) > .addrBubble', by: 'text' },
        {
          role: 'recipient',
          at: '.LabelColValue > .addrBubble, [id*="more_addrs"] > .addrBubble',
          by: 'text',
        },
      ],
      // Only the label tells a Reply-To from other recipients.
      labels: true,
      subject: ['.Conv2Header .subject, .SubjectCol', 'text'],
      id: ['.Row-selected', 'id', /__(-?\d+)$/u],
    },
  ],
});
