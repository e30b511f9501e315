import type { Play } from '../../contract/playbook.ts';
import type { Stage } from '../../contract/stage.ts';
import { whole } from './rule.ts';

const afterSale: readonly Stage[] = ['engage', 'retain', 'advocate', 'lapsed'];

/** Plays that run only once somebody has bought, as a share (0..1) of all. */
export const postSaleShare = (plays: readonly Play[]): number =>
  plays.filter((play) => play.stages.every((stage) => afterSale.includes(stage))).length /
  Math.max(1, plays.length);

/** [R0-08] At least half of the playbook is for after the sale. */
export const afterSaleShare = whole(({ plays }) => {
  const share = postSaleShare(plays);
  if (share >= 0.5) return [];
  return [
    {
      path: 'plays',
      message: `Only ${Math.floor(share * 100)} % of the plays are for people who have bought.`,
      mend: 'At least half of a playbook is for after the sale: add plays there, or take some away before it.',
    },
  ];
});
