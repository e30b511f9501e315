import type { HostSpec } from '../define-host.ts';

/**
 * GMX, web.de and mail.com, which are one product. Anchors, as published on 2026-11-22: `.mail-header__sender[title]`,
 * `.mail-header__subject` and `#bodyIFrame` of the light mailer (mail.com readers of 2021 to 2026), `webmailer-mail-detail` of the
 * present one (GMX automations of 2026), whose header stands in a shadow root and has no published anchor.
 */
export const gmx: HostSpec = {
  id: 'gmx',
  version: '2026-11-22',
  body: 'iframe',
  not: '.message-list__item',
  views: [
    {
      path: /\/messagedetail\b(?:.*mailId=(\d+))?/u,
      people: [{ role: 'sender', at: '.mail-header__sender', by: 'title' }],
      subject: ['.mail-header__subject', 'text'],
    },
    { when: 'webmailer-mail-detail' },
  ],
};
