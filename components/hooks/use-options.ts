import { useState } from 'react';
import type { OptionsDispatch, OptionsIntent, OptionsModel } from '#components/options/model.ts';
import { resetCache } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { t } from '#lib/i18n/index.ts';
import { browser } from '#lib/platform/browser.ts';
import { type Settings, writeSettings } from '#lib/platform/settings.ts';
import { listSites, originPattern, removeSite, requestSite, watchSites } from '#lib/platform/sites.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { parsePairingLink } from '#lib/sync/pairing.ts';
import { createTransport, type SyncError } from '#lib/sync/transport.ts';
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

/** The words for a pairing that failed. */
const pairingFailed = ({ code, message }: SyncError): string => {
  switch (code) {
    case 'pairing-used':
    case 'pairing-expired':
    case 'pairing-unknown':
      return t(`pairing.${code}`);
    case 'network':
      return t('pairing.network');
    default:
      return t('pairing.other', { message });
  }
};

/** A name for this browser in the server's list of devices. */
const deviceName = (): string => {
  const agent = navigator.userAgent;
  const name = /Firefox\/\d+|Edg\/\d+|Chrome\/\d+/.exec(agent)?.[0] ?? 'Browser';
  return `${name.replace('/', ' ').replace('Edg', 'Edge')} (${/\(([^;)]+)/.exec(agent)?.[1] ?? '?'})`;
};

/** Trades a pairing link for this device's own token; resolves with the error's words, or null. */
const pair = async (dbs: Dbs, link: string): Promise<string | null> => {
  const parsed = parsePairingLink(link);
  if (!parsed) return t('pairing.no-link');
  const { server, code } = parsed;
  const transport = createTransport({
    server,
    token: null,
    signal: AbortSignal.timeout(15_000),
    fetch: (url, init) => fetch(url, init),
  });
  const answer = await transport.pair(code, deviceName());
  if (!answer.ok) return pairingFailed(answer.error);
  const { token, device, member } = answer.value;
  // Another server's customers are none of this one's; the outbox stays.
  await resetCache(dbs.cache);
  await writeSettings({ connection: { server, token, device, member, workspace: '' } });
  return null;
};

/** What the options page shows, and what it can do. */
export const useOptions = (
  dbs: Dbs,
): { model: OptionsModel; now: number; dispatch: OptionsDispatch } | null => {
  const settings = useSettings();
  const now = useNow();
  const sync = useSyncState(dbs, settings);
  const sites = useWatched<string[], string[]>(watchSiteList, [], []);
  const [pairing, setPairing] = useState<OptionsModel['pairing']>({ state: 'idle' });
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
        await resetCache(dbs.cache);
        return writeSettings({ connection: null });
      case 'turn-on-site': {
        const pattern = originPattern(intent.origin);
        return pattern !== null && requestSite(pattern);
      }
      case 'turn-off-site':
        return removeSite(intent.origin);
      case 'set-own':
        return writeSettings({ own: { addresses: intent.addresses, domains: intent.domains } });
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
      device: connection.device,
    },
    pairing,
    sites: sites.map((origin) => ({ origin, label: labelOf(origin) })),
    own: settings.own,
    version: browser.runtime.getManifest().version,
  };
  const dispatch: OptionsDispatch = (intent) => {
    perform(intent, settings).catch((error: unknown) =>
      setPairing({ state: 'failed', text: t('pairing.other', { message: String(error) }) }),
    );
  };
  return { model, now, dispatch };
};
