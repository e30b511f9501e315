import { tt } from '#lib/i18n/team.ts';
import type { SyncError } from '#lib/sync/admin.ts';
import { Button } from '../../ui/button.tsx';

type Props = { failed: SyncError | null; again: () => void };

/** In the place of what has not come yet, or did not come. */
export const Waiting = ({ failed, again }: Props) =>
  failed === null ? (
    <p role="status" className="py-6 text-soft">
      {tt('team.loading')}
    </p>
  ) : (
    <div className="flex flex-col items-start gap-2 py-6">
      <p role="alert" className="text-soft">
        {tt('team.failed', { message: failed.message })}
      </p>
      <Button size="sm" onClick={again}>
        {tt('team.retry')}
      </Button>
    </div>
  );
