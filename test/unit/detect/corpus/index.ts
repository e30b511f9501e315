import { chatwoot } from './chatwoot.ts';
import type { Corpus } from './corpus.ts';
import { demo } from './demo.ts';
import { freescout } from './freescout.ts';
import { generic } from './generic.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { horde } from './horde.ts';
import { osticket } from './osticket.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';
import { snappymail } from './snappymail.ts';
import { uvdesk } from './uvdesk.ts';
import { zammad } from './zammad.ts';
import { zimbra } from './zimbra.ts';

/** Every host's pages, in the order of the hosts. */
export const corpora: readonly Corpus[] = [
  gmail,
  roundcube,
  horde,
  zimbra,
  snappymail,
  requestTracker,
  zammad,
  chatwoot,
  freescout,
  osticket,
  uvdesk,
  glpi,
  demo,
  generic,
];
