import { RefreshCw } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { SyncState } from '../model.ts';
import { ago, number } from '../time.ts';
import { Button } from '../ui/button.tsx';
import type { OptionsDispatch } from './model.ts';
import { Facts } from './part.tsx';

type Props = { sync: SyncState; now: number; dispatch: OptionsDispatch };

/** What is kept here, and how far it is from the server. */
export const Cache = ({ sync: { state, customers, lastSyncAt, pending, parked }, now, dispatch }: Props) => {
  const hasServer = state !== 'unpaired' && state !== 'signed-out' && state !== 'revoked';
  return (
    <>
      <Facts
        rows={[
          [t('options.cache.customers'), number(customers)],
          [t('options.cache.last'), lastSyncAt === null ? t('options.cache.never') : ago(lastSyncAt, now)],
          [t('options.cache.pending'), number(pending)],
          [t('options.cache.refused'), number(parked.length)],
        ]}
      />
      <Button
        className="mt-3"
        disabled={state === 'syncing' || !hasServer}
        onClick={() => dispatch({ do: 'sync-now' })}
      >
        <RefreshCw size={14} aria-hidden />
        {t('options.cache.sync')}
      </Button>
    </>
  );
};
