import type { Stage } from '#lib/contract/stage.ts';
import type { Acts } from '../acts.ts';
import { Hand } from './hand.tsx';
import { Lapse } from './lapse.tsx';
import { Move } from './move.tsx';
import { Pause } from './pause.tsx';

export type AskKind = 'hand' | 'pause' | 'cancel' | 'cause' | 'move';

export type AskProps = { now: number; acts: Acts; onClose: () => void };
type Props = AskProps & { kind: AskKind; stage: Stage; members: string[] };

/** The questions behind the menu of a customer, one at a time. */
export const Asks = ({ kind, stage, members, ...rest }: Props) => {
  switch (kind) {
    case 'hand':
      return <Hand members={members} {...rest} />;
    case 'pause':
      return <Pause {...rest} />;
    case 'cancel':
    case 'cause':
      return <Lapse cancel={kind === 'cancel'} {...rest} />;
    case 'move':
      return <Move stage={stage} {...rest} />;
  }
};
