import { z } from 'zod';

/** Where in the relationship somebody is. */
export const stages = ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** How it is going. */
export const statuses = [
  'paused',
  'lost',
  'strained',
  'returned',
  'cooling',
  'new',
  'warm',
  'steady',
] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;
