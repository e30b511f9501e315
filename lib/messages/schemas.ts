import { z } from 'zod';
import type { PageMessage, SentMessage } from './protocol.ts';

const text = z.string().max(1_000);
const common = {
  host: z.string().max(40),
  version: z.string().max(20),
  self: z.array(z.string().max(320)).max(50),
};
const Person = z.object({
  address: z.string().max(1_000),
  name: text,
  role: z.enum(['requester', 'reply-to', 'sender', 'recipient', 'participant', 'mentioned']),
  confidence: z.enum(['sure', 'likely', 'weak']),
  from: z.string().max(300),
});

const Reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    ...common,
    conversation: text,
    subject: text.optional(),
    people: z.array(Person).max(100),
  }),
  z.object({
    kind: z.literal('miss'),
    ...common,
    miss: z.enum(['no-conversation', 'loading', 'name-only', 'layout-unknown']),
  }),
]);

const document = z.string().min(8).max(64);
/** The page is hostile: lengths are bounded and everything unknown is refused. */
export const PageMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page.reading'), document, reading: Reading }),
  z.object({ type: z.literal('page.gone'), document }),
  z.object({ type: z.literal('page.host'), host: z.string().max(40) }),
]) as z.ZodType<PageMessage>;

export const SentMessageSchema: z.ZodType<SentMessage> = z.object({
  type: z.literal('page.sent'),
  at: z.number().int().min(0),
});
