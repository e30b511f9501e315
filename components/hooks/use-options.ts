import { useState } from 'react';
import type { OptionsDispatch, OptionsIntent, OptionsModel } from '#components/options/model.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { t } from '#lib/i18n/index.ts';
import { browser } from '#lib/platform/browser.ts';
import { type Settings, writeSettings } from '#lib/platform/settings.ts';
import { listSites, originPattern, removeSite, requestSite, watchSites } from '#lib/platform/sites.ts';
import { accessTo, cycleDeps } from '#lib/platform/sync-deps.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { disconnect, pair } from './connection.ts';
import { useDesk } from './use-desk.ts';
import { useNow } from './use-now.ts';
import { useRunner } from './use-runner.ts';
import { useSettings } from './use-settings.ts';
import { useSyncState } from './use-sync-state.ts';
import { useWatched } from './use-watched.ts';

const watchSiteList = (on: (sites: string[]) => void, signal: AbortSignal) => {
  const look = () => void listSites().then((sites) => !signal.aborted && on(sites));
  watchSites(look, signal);
  look();
};

const labelOf = (pattern: string): string => pattern.replace(/^(\*|https?):\/\//, '').replace(/\/\*$/, '');

/** What the options page shows, and what it can do. */
export const useOptions = (
  dbs: Dbs,
): { model: OptionsModel; now: number; dispatch: OptionsDispatch } | null => {
  const settings = useSettings();
  const now = useNow();
  const sync = useSyncState(dbs, settings);
  const sites = useWatched<string[], string[]>(watchSiteList, [], []);
  const [pairing, setPairing] = useState<OptionsModel['pairing']>({ state: 'idle' });
  const desk = useDesk(dbs, settings?.connection ?? null, accessTo);
  useRunner(dbs, settings?.connection ?? null);
  if (!settings) return null;

  const perform = async (intent: OptionsIntent, { connection }: Settings): Promise<unknown> => {
    switch (intent.do) {
      case 'pair': {
        setPairing({ state: 'busy' });
        const failure = await pair(dbs, intent.link);
        return setPairing(failure === null ? { state: 'idle' } : { state: 'failed', text: failure });
      }
      case 'disconnect':
        return disconnect(dbs, connection);
      case 'turn-on-site': {
        const pattern = originPattern(intent.origin);
        return pattern !== null && requestSite(pattern);
      }
      case 'turn-off-site':
        return removeSite(intent.origin);
      case 'set-own':
        return writeSettings({ own: { addresses: intent.addresses, domains: intent.domains } });
      case 'forget-learned':
        return writeSettings(({ learned, unlearned }) => ({
          learned: learned.filter(({ address }) => address !== intent.address),
          unlearned: [...new Set([...unlearned, intent.address])],
        }));
      case 'set-stage-model':
        return writeSettings({ stageModel: intent.model });
      case 'sync-now':
        return connection && runCycle(cycleDeps(dbs, connection, AbortSignal.timeout(30_000)));
    }
  };

  const { connection } = settings;
  const model: OptionsModel = {
    sync,
    connection: connection && {
      server: connection.server,
      workspace: connection.workspace,
      member: connection.member.name,
      role: connection.member.role,
      device: connection.label,
    },
    pairing,
    sites: sites.map((origin) => ({ origin, label: labelOf(origin) })),
    own: settings.own,
    learned: settings.learned,
    stageModel: settings.stageModel,
    desk,
    version: browser.runtime.getManifest().version,
  };
  const dispatch: OptionsDispatch = (intent) => {
    perform(intent, settings).catch((error: unknown) =>
      setPairing({ state: 'failed', text: t('pairing.other', { message: String(error) }) }),
    );
  };
  return { model, now, dispatch };
};
