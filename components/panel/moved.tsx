import { Hand } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { StageReading } from '#lib/lifecycle/types.ts';
import { useStageNames } from '../stage-names.ts';
import { day } from '../time.ts';
import { Button } from '../ui/button.tsx';
import type { Acts } from './acts.ts';

type Props = { override: NonNullable<StageReading['override']>; now: number; acts: Acts };

/** Who put them here, until when and why; what the rules would say; and the way back to the rules. */
export const Moved = ({ override: { by, until, reason, derived }, now, acts }: Props) => {
  const names = useStageNames();
  const values = { date: day(until, now), reason };
  const { name, record } = acts;
  return (
    <div data-part="moved" className="mt-2 flex items-start gap-2 rounded-lg bg-card/70 py-1.5 ps-2.5 pe-1.5">
      <Hand size={14} aria-hidden className="mt-0.5 shrink-0 text-soft" />
      <p className="min-w-0 flex-1 text-xs [overflow-wrap:anywhere]">
        <span dir="auto">{by ? t('move.held', { by, ...values }) : t('move.held.plain', values)}</span>
        <span className="block text-soft">
          {t('move.derived', { stage: names?.[derived].text ?? t(`stage.${derived}`) })}
        </span>
      </p>
      <Button
        size="sm"
        onClick={() => record(t('move.lift.toast', { name }), { type: 'Stage Override Lifted', data: {} })}
      >
        {t('move.lift')}
      </Button>
    </div>
  );
};
