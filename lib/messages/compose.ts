import { z } from 'zod';
import type { FrameEditors, Inserted } from '#lib/compose/types.ts';

/** What a frame answers runs beside a hostile page: anything else than this is no answer. */
export const FrameEditorsSchema: z.ZodType<FrameEditors> = z.object({
  focus: z.enum(['editor', 'line', 'frame', 'elsewhere']),
  led: z.boolean().nullable(),
  areas: z.array(z.number().min(0).max(1e9)).max(200),
});

export const InsertedSchema: z.ZodType<Inserted> = z.union([
  z.object({ ok: z.literal(true), editor: z.enum(['line', 'text', 'rich']) }),
  z.object({ ok: z.literal(false), why: z.enum(['none', 'several', 'refused']) }),
  // It is shown, and no page may say anything else there.
  z.object({
    ok: z.literal(false),
    why: z.literal('elsewhere'),
    to: z.string().regex(/^[^\s\p{C}@]{1,64}@[^\s\p{C}@]{1,255}$/u),
  }),
]);
