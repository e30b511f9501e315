import type { Beat } from './beats.ts';
import type { Who } from './people/people.ts';

/** A customer and what happened, oldest first. */
export type Story = { who: Who; beats: Beat[] };
