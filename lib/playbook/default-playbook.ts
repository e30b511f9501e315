import type { Playbook } from '../contract/playbook.ts';
import { defaultPolicy } from './default-policy.ts';
import { advocate } from './plays/advocate.ts';
import { billing } from './plays/billing.ts';
import { discover } from './plays/discover.ts';
import { educate } from './plays/educate.ts';
import { engage } from './plays/engage.ts';
import { lapsed } from './plays/lapsed.ts';
import { mend } from './plays/mend.ts';
import { owed } from './plays/owed.ts';
import { purchase } from './plays/purchase.ts';
import { retain } from './plays/retain.ts';

/** The playbook that a new workspace starts with. Inert data: a workspace's own is the same shape. */
export const defaultPlaybook: Playbook = {
  id: 'default',
  version: 1,
  updatedAt: 0,
  plays: [
    ...mend,
    ...owed,
    ...discover,
    ...educate,
    ...purchase,
    ...engage,
    ...retain,
    ...billing,
    ...advocate,
    ...lapsed,
  ],
  policy: defaultPolicy,
  outcomes: {},
};
