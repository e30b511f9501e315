/** Remotes remembered at most; the longest unseen are forgotten first. */
const REMEMBERED = 10_000;

/**
 * A token bucket per remote: `burst` at once, one more each `everyMs`.
 * @returns for a remote at a time (ms): 0 when it may go on, else the seconds to wait
 */
export const createRateLimit = (burst: number, everyMs: number) => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (remote: string, now: number): number => {
    const known = buckets.get(remote) ?? { tokens: burst, at: now };
    buckets.delete(remote);
    const tokens = Math.min(burst, known.tokens + Math.max(0, now - known.at) / everyMs);
    const allowed = tokens >= 1;
    buckets.set(remote, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (buckets.size > REMEMBERED) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    return allowed ? 0 : Math.ceil(((1 - tokens) * everyMs) / 1_000);
  };
};
