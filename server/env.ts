import { z } from 'zod';
import { HELD } from '#lib/contract/scope.ts';
import { AUDIT_DAYS } from './audit.ts';
import type { Allowance, Limits } from './http/rate-limit.ts';
import { logLevels } from './log.ts';
import { pokeWays } from './pokes/choose.ts';
import { OperatorError } from './store/errors.ts';
import { isolations } from './store/store.ts';

/** An address that people can open, without a slash at the end. */
export const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'must look like https://suki.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

/** `300/30`: 300 requests at once, and 30 more each second. */
const Rate = z
  .string()
  .regex(
    /^[1-9]\d{0,8}\/(?=.*[1-9])\d{1,6}(\.\d{1,6})?$/,
    'must look like 300/30: so many at once, so many more each second',
  )
  .transform((text): Allowance => {
    const [burst, perSecond] = text.split('/').map(Number);
    return { burst: burst ?? 1, perSecond: perSecond ?? 1 };
  })
  .optional();

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8_787),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  /** How strictly the database keeps transactions apart; some databases know nothing but `serializable`. */
  PG_ISOLATION: z.enum(isolations).optional(),
  /** How processes on one database tell each other of changes; default: postgres with DATABASE_URL, else local. */
  POKES: z.enum(pokeWays).optional(),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\//, 'must begin with nats:// or tls://')
    .optional(),
  /** Where others reach the server: behind a TLS proxy it cannot know that itself. May have a path. */
  PUBLIC_URL: PublicUrl.optional(),
  /** How many proxies of ours stand in front and add to X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  /** How long the audit trail is kept. */
  AUDIT_DAYS: z.coerce.number().int().min(1).max(36_500).default(AUDIT_DAYS),
  /** Customers that a device holds at most; with more in sight it holds some of them. */
  CUSTOMERS_PER_DEVICE: z.coerce.number().int().min(1).max(10_000_000).default(HELD.kept),
  /** What one device may ask for; pairing: one remote. */
  RATE_USUAL: Rate,
  RATE_SNAPSHOT: Rate,
  RATE_FIND: Rate,
  RATE_PAIRING: Rate,
  RATE_REPORT: Rate,
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

const Env = Settings.superRefine((env, context) => {
  const lacks = (path: keyof typeof env, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (env.POKES === 'nats' && !env.NATS_URL) lacks('NATS_URL', 'must be set for POKES=nats');
  if (env.POKES === 'postgres' && !env.DATABASE_URL) lacks('DATABASE_URL', 'must be set for POKES=postgres');
});
export type Env = z.infer<typeof Env>;

/** The limits that are set; the others stay as they are. */
export const limitsOf = (env: Env): Partial<Limits> => ({
  ...(env.RATE_USUAL && { usual: env.RATE_USUAL }),
  ...(env.RATE_SNAPSHOT && { snapshot: env.RATE_SNAPSHOT }),
  ...(env.RATE_FIND && { find: env.RATE_FIND }),
  ...(env.RATE_PAIRING && { pairing: env.RATE_PAIRING }),
  ...(env.RATE_REPORT && { report: env.RATE_REPORT }),
});

/** Reads the settings, or throws an OperatorError that names the one that is wrong. Empty counts as not set. */
export const readEnv = (variables: Record<string, string | undefined>): Env => {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Env.safeParse(set);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = issue?.path.join('.') ?? 'the environment';
  throw new OperatorError(
    `${name}: ${issue?.message ?? 'cannot be read'}.`,
    'See server/README.md for the settings.',
  );
};
