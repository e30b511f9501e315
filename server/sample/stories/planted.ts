import type { Story } from '../story.ts';
import { belonging } from './belonging.ts';
import { finding } from './finding.ts';
import { knowing } from './knowing.ts';
import { leaving } from './leaving.ts';
import { mending } from './mending.ts';
import { settlingIn } from './settling-in.ts';

/**
 * By play of the default playbook: somebody for whom just this play is best in their working hours today. One file per
 * theme.
 */
export const planted: Record<string, Story> = {
  ...finding,
  ...mending,
  ...settlingIn,
  ...belonging,
  ...knowing,
  ...leaving,
};
