import type { HostSpec } from '../define-host.ts';

/**
 * GLPI 10 and 11 (glpi-project/glpi: templates/components/itilobject/actors/{main,field}.html.twig, timeline/timeline.html.twig,
 * the token in layout/parts/head.html.twig; last seen on 2026-11-22). The address that somebody gave for this ticket goes
 * before their own.
 */
export const glpi: HostSpec = {
  id: 'glpi',
  version: '2026-11-22',
  body: '.itil-timeline',
  views: [
    {
      path: /\/ticket\.form\.php.*?[?&]id=(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '[data-actor-type="requester"] > option',
          by: 'data-alternative-email data-default-email',
        },
      ],
      subject: ['.navigationheader-title', 'text', /^(.*?)(?: \(\d+\))?$/u],
    },
  ],
};
