import type { Playbook } from '../contract/playbook.ts';
import { defaultPolicy } from './default-policy.ts';
import { accounts } from './plays/accounts.ts';
import { advocate } from './plays/advocate.ts';
import { billing } from './plays/billing.ts';
import { changes } from './plays/changes.ts';
import { discover } from './plays/discover.ts';
import { educate } from './plays/educate.ts';
import { educateSlowly } from './plays/educate-slowly.ts';
import { engage } from './plays/engage.ts';
import { lapsed } from './plays/lapsed.ts';
import { listening } from './plays/listening.ts';
import { mend } from './plays/mend.ts';
import { orders } from './plays/orders.ts';
import { owed } from './plays/owed.ts';
import { purchase } from './plays/purchase.ts';
import { retain } from './plays/retain.ts';
import { team } from './plays/team.ts';
import { voices } from './plays/voices.ts';

/** The version of the built-in plays and policy. Raise it with every change of them: workspaces compare it. */
const VERSION = 3;

/** The playbook that a new workspace starts with. Inert data: a workspace's own is the same shape. */
export const defaultPlaybook: Playbook = {
  id: 'default',
  version: VERSION,
  updatedAt: 0,
  plays: [
    ...owed,
    ...mend,
    ...discover,
    ...educate,
    ...educateSlowly,
    ...purchase,
    ...accounts,
    ...orders,
    ...engage,
    ...listening,
    ...retain,
    ...changes,
    ...billing,
    ...advocate,
    ...voices,
    ...lapsed,
    ...team,
  ],
  policy: defaultPolicy,
  outcomes: {},
  personas: [],
  basis: VERSION,
  edited: false,
};
