import { z } from 'zod';
import { Address } from '#lib/contract/primitives.ts';
import { Member } from '#lib/contract/sync.ts';
import { alone } from './alone.ts';
import { stored } from './stored.ts';

const Learned = z.object({ address: Address, host: z.string(), site: z.string(), at: z.number() });

export const Settings = z.object({
  connection: z
    .object({
      server: z.url(),
      token: z.string(),
      device: z.string(),
      label: z.string().catch(''),
      member: Member,
      workspace: z.string(),
    })
    .nullable()
    .catch(null),
  /** When an admin has signed this browser out; null again once it is paired. */
  revokedAt: z.number().nullable().catch(null),
  own: z
    .object({ addresses: z.array(Address), domains: z.array(z.string()) })
    .catch({ addresses: [], domains: [] }),
  /** What pages told of who the rep is; see lib/detect/learn.ts. */
  learned: z.array(Learned).catch([]),
  /** What the rep took back of it, for good. */
  unlearned: z.array(Address).catch([]),
  /** In whose words this rep sees the stages; null: as the team does. */
  stageModel: z.string().max(40).nullable().catch(null),
});
export type Settings = z.infer<typeof Settings>;

const settings = stored('local', 'settings', (value) => Settings.parse(value ?? {}));
export const { read: readSettings, watch: watchSettings } = settings;

/** Changes what is given, of what is stored at that moment: one page at a time, so that none writes an older token back. */
export const writeSettings = (
  change: Partial<Settings> | ((settings: Settings) => Partial<Settings>),
): Promise<void> =>
  alone('suki-settings', async () => {
    const before = await settings.read();
    await settings.write({ ...before, ...(typeof change === 'function' ? change(before) : change) });
  });
