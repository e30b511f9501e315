import type { HostSpec } from '../define-host.ts';

const row = (role: 'sender' | 'recipient' | 'participant', id: string) => {
  const at = `#msgHeader${id} .address`;
  // Without a name the address is the text. A name that is itself an address makes two, and the rep is asked.
  return [
    { role, at, by: 'title' },
    { role, at, by: 'bare' },
  ];
};

/**
 * Horde IMP 6 and 7, dynamic view: preview pane and windows of their own (templates/dynamic/{mailbox,message}.html.php,
 * js/{dimpcore,dimpbase,message-dimp}.js, templates/topbar of Horde; Debian's php-horde-imp 6.2.27 and horde/imp 7, last
 * seen on 2026-11-22). A message of the preview stays in the page when the preview is closed, and so do the recipients
 * of an earlier one.
 */
export const horde: HostSpec = {
  id: 'horde',
  version: '2026-11-22',
  body: '.messageBody',
  // Folded, the headers are hidden themselves: that is no reason.
  not: '[style*="none"] #msgHeaders, #msgHeaders [style*="none"]',
  views: [
    {
      // The whole address names the message: `#msg:…` in the preview, `buid=…` in a window.
      when: '#msgHeaderFrom .address',
      people: [...row('sender', 'From'), ...row('recipient', 'To'), ...row('participant', 'Cc')],
      subject: ['#msgHeaders .subject', 'text'],
    },
  ],
};
