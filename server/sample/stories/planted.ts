import type { Story } from '../story.ts';

/** By play of the default playbook: somebody for whom just this play is best today. One file per theme. */
export const planted: Record<string, Story> = {};
