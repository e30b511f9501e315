import type { Check } from '../types.ts';
import { clients } from './clients.ts';
import { customers } from './customers.ts';
import { engine } from './engine.ts';
import { history } from './history.ts';
import { mutations } from './mutations.ts';
import { orphans } from './orphans.ts';
import { playbook } from './playbook.ts';
import { reports } from './reports.ts';
import { tables } from './tables.ts';
import { unfinished } from './unfinished.ts';

/** In the order in which they are told; the long one last. A new one is a new file and one line here. */
export const checks: readonly Check[] = [
  tables,
  engine,
  orphans,
  history,
  mutations,
  clients,
  playbook,
  reports,
  unfinished,
  customers,
];
