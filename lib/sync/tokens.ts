import { TokenAnswer } from '#lib/contract/sync.ts';
import { type Access, type Answer, baseOf, failure, parseAnswer, readFailure } from './answer.ts';

/** Longer than any answer takes: whoever waits for another page's renewal gives up then, and tries again later. */
const RENEWAL_MS = 30_000;

/**
 * The token of one device, and how it is renewed ([S20], [S56]). `renew` is given the token that the server would not take and
 * gives one that is worth a try: another page's newer one, or a new one, which is in the browser's storage before it is used.
 * Who asks meanwhile shares the answer. `other` looks only for what another page has stored.
 */
export const createTokens = (deps: Access) => {
  const { home } = deps;
  let token = deps.token;
  let renewing: Promise<Answer<string>> | null = null;

  const other = async (used: string): Promise<string | null> => {
    // What is in use here may already be newer than what was refused.
    if (token !== used) return token;
    const kept = (await home?.read()) ?? null;
    if (kept === null || kept === used) return null;
    token = kept;
    return kept;
  };

  const ask = async (used: string): Promise<Answer<string>> => {
    const newer = await other(used);
    if (newer !== null) return { ok: true, value: newer };
    const response = await deps.fetch(`${baseOf(deps)}/devices/self/token`, {
      method: 'POST',
      headers: { accept: 'application/json', authorization: `Bearer ${used}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([deps.signal, AbortSignal.timeout(RENEWAL_MS)]),
    });
    if (!response.ok) return readFailure(response);
    const answer = await parseAnswer(response, TokenAnswer);
    if (!answer.ok) return answer;
    // Kept before it is used: with its first use the old one is over.
    await home?.replace(used, answer.value.token);
    token = answer.value.token;
    return { ok: true, value: token };
  };

  const renewal = async (used: string): Promise<Answer<string>> => {
    try {
      return await (home ? home.alone(() => ask(used)) : ask(used));
    } catch (error) {
      return failure('network', 0, error instanceof Error ? error.message : 'no answer');
    }
  };

  return {
    current: () => token,
    other,
    renew: (used: string): Promise<Answer<string>> => {
      renewing ??= renewal(used).finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
};
