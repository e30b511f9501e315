/** `burst` requests at once, and `perSecond` more each second. */
export type Allowance = { burst: number; perSecond: number };

/**
 * What one device may ask for, and one remote for pairing. Generous: nobody who works meets them. `snapshot` lets a first load of
 * 100,000 customers through at full speed, and four more after it; a stolen token that reads everything again and again does not.
 */
export const LIMITS = {
  usual: { burst: 300, perSecond: 30 },
  snapshot: { burst: 1_000, perSecond: 20 },
  find: { burst: 60, perSecond: 1 },
  pairing: { burst: 10, perSecond: 1 / 6 },
  report: { burst: 10, perSecond: 1 / 60 },
} as const satisfies Record<string, Allowance>;
export type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, Allowance>;

/** Buckets remembered at most; the longest unused are forgotten first. */
const REMEMBERED = 10_000;

/**
 * A token bucket for each device or remote.
 * @returns for one of them at a time (ms): 0 when it may go on, else the seconds to wait
 */
export const createRateLimit = ({ burst, perSecond }: Allowance) => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (whose: string, now: number): number => {
    const known = buckets.get(whose) ?? { tokens: burst, at: now };
    buckets.delete(whose);
    const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) * perSecond) / 1_000);
    const allowed = tokens >= 1;
    buckets.set(whose, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (buckets.size > REMEMBERED) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    return allowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
};
