import { createContext } from 'react';
import type { Inserted } from '#lib/compose/types.ts';

/**
 * Puts a text at the cursor of the reply that is open in the tab in view, if that does not go elsewhere than to whoever is in view or
 * to `also`. Sends nothing, never rejects.
 */
export type Insert = (text: string, also?: string) => Promise<Inserted>;
/** Where there is no page beside the panel there is nothing to write in. */
export const insertNowhere: Insert = () => Promise.resolve({ ok: false, why: 'none' });
export const InsertContext = createContext<Insert>(insertNowhere);

/**
 * Texts that the rep has begun, by the key of the suggestion they are for. The page that opens for a reply takes the suggestion out of
 * view while it loads; what was typed into it must not go, too.
 */
export const DraftsContext = createContext<Map<string, string>>(new Map());
