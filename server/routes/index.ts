import type { App, AppDeps } from '../http/types.ts';
import { auditRoutes } from './audit.ts';
import { careRoutes } from './care.ts';
import { controlRoutes } from './control.ts';
import { customerRoutes } from './customers.ts';
import { decisionRoutes } from './decisions.ts';
import { deviceRoutes } from './devices.ts';
import { digestRoutes } from './digest.ts';
import { doubtRoutes } from './doubts.ts';
import { findRoutes } from './find.ts';
import { healthRoutes } from './health.ts';
import { helloRoutes } from './hello.ts';
import { liveRoutes } from './live.ts';
import { pairingRoutes } from './pairing.ts';
import { playbookRoutes } from './playbook.ts';
import { playbookPreviewRoutes } from './playbook-preview.ts';
import { pullRoutes } from './pull.ts';
import { pushRoutes } from './push.ts';
import { reportRoutes } from './reports.ts';
import { snapshotRoutes } from './snapshot.ts';
import { teamRoutes } from './teams.ts';

/** Every route of the server. A new one is a new file and one line here. */
export const routes: readonly ((app: App, deps: AppDeps) => void)[] = [
  healthRoutes,
  pairingRoutes,
  helloRoutes,
  snapshotRoutes,
  pullRoutes,
  pushRoutes,
  liveRoutes,
  findRoutes,
  digestRoutes,
  customerRoutes,
  deviceRoutes,
  teamRoutes,
  auditRoutes,
  playbookRoutes,
  playbookPreviewRoutes,
  decisionRoutes,
  doubtRoutes,
  reportRoutes,
  controlRoutes,
  careRoutes,
];
