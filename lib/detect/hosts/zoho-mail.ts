import type { HostSpec } from '../define-host.ts';

const box = '.shw [id^="zm_Container_m"]';

/**
 * Zoho Mail. Anchors, as published on 2026-11-22: `.zmMHFrom [data-eid]`, `.jsReciID[data-eid]`, `zm_Container_m…`,
 * `[role=document]`, the compose form's test ids and chips (a mailbox agent for a Zoho installation, selectors.js, each tried there
 * on 2026-09-22), `.zmPVHeading.jsConvSB` (a reply writer's content script). A closed pane keeps the last message: shown is `.shw`.
 */
export const zohoMail: HostSpec = {
  id: 'zoho-mail',
  version: '2026-11-22',
  body: '[role="document"]',
  editor: '.ze_body',
  not: '[data-ty="lt"], .SC_pv:not(.shw), .zmCRow',
  self: [['[data-testid="com_cur_from_address"]', 'aria-label', /(\S+@\S+)$/u]],
  views: [
    {
      when: box,
      message: box,
      open: '.zmMHFrom',
      people: [
        { role: 'sender', at: '.zmMHFrom [data-eid]', by: 'data-eid' },
        { role: 'recipient', at: '.zmMHdrData .jsReciID', by: 'data-eid' },
      ],
      subject: ['.jsConvSB', 'text'],
      id: [box, 'id'],
    },
    {
      when: '[data-testid="com_To_field"]',
      people: [
        {
          role: 'recipient',
          at: '.zmCRow:has([data-testid="com_To_field"]) [role="option"]',
          by: 'aria-label',
        },
      ],
      writing: true,
    },
  ],
};
