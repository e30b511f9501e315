import type { HostSpec } from '../define-host.ts';
import { chatwoot } from './chatwoot.ts';
import { demo } from './demo.ts';
import { fastmail } from './fastmail.ts';
import { freescout } from './freescout.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { gmx } from './gmx.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { horde } from './horde.ts';
import { hubspot } from './hubspot.ts';
import { icloud } from './icloud.ts';
import { intercom } from './intercom.ts';
import { osticket } from './osticket.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';
import { snappymail } from './snappymail.ts';
import { sogo } from './sogo.ts';
import { uvdesk } from './uvdesk.ts';
import { yahoo } from './yahoo.ts';
import { yandex } from './yandex.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zimbra } from './zimbra.ts';
import { zohoDesk } from './zoho-desk.ts';
import { zohoMail } from './zoho-mail.ts';

/** Every host that is told as data, webmails first. The worker gives a page its own; marks.ts tells whose a page is. */
export const specs: readonly HostSpec[] = [
  gmail,
  outlook,
  yahoo,
  proton,
  fastmail,
  zohoMail,
  yandex,
  icloud,
  gmx,
  roundcube,
  horde,
  zimbra,
  snappymail,
  sogo,
  zendesk,
  freshdesk,
  helpScout,
  front,
  intercom,
  gorgias,
  hubspot,
  zohoDesk,
  requestTracker,
  zammad,
  chatwoot,
  freescout,
  osticket,
  uvdesk,
  glpi,
  demo,
];
