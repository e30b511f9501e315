import { resetCache } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { t } from '#lib/i18n/index.ts';
import { type Settings, writeSettings } from '#lib/platform/settings.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import { isPlainHttp, parsePairingLink } from '#lib/sync/pairing.ts';
import type { SyncError } from '#lib/sync/transport.ts';

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
export const pair = async (dbs: Dbs, link: string): Promise<string | null> => {
  const parsed = parsePairingLink(link);
  if (!parsed) return t(isPlainHttp(link) ? 'pairing.no-tls' : 'pairing.no-link');
  const { server, code } = parsed;
  const { transport } = cycleDeps(dbs, { server, token: null }, AbortSignal.timeout(15_000));
  const label = deviceName();
  const answer = await transport.pair(code, label);
  if (!answer.ok) return pairingFailed(answer.error);
  const { token, device, member } = answer.value;
  // Another server's customers are none of this one's; the outbox stays.
  await resetCache(dbs.cache);
  await writeSettings({
    connection: { server, token, device, label, member, workspace: '' },
    revokedAt: null,
  });
  return null;
};

/**
 * Gives the token back, if the server can be reached, and forgets its customers here. What was not sent yet stays: it
 * goes out when the same person is paired again, and is shown as refused to anybody else.
 */
export const disconnect = async (dbs: Dbs, connection: Settings['connection']): Promise<void> => {
  // Before the server knows: what a page hears from it then is not that an admin has signed us out.
  await writeSettings({ connection: null });
  if (connection) {
    const { transport } = cycleDeps(dbs, connection, AbortSignal.timeout(5_000));
    await transport.leave();
  }
  await resetCache(dbs.cache);
  await dbs.outbox.mutations.where('state').equals('acked').delete();
};
