import type { Host } from '../types.ts';
import { chatwoot } from './chatwoot.ts';
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

/** In the order in which they are asked. `generic` matches everything and stands last. */
export const hosts: readonly Host[] = [
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
