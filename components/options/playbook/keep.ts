import { Playbook } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';

const KEY = 'suki-playbook-edit';

/** An edit that has not been published, and the playbook that it began from. */
export type Kept = { base: Playbook; draft: PlaybookDraft };

const isDraft = (value: unknown): value is PlaybookDraft =>
  typeof value === 'object' &&
  value !== null &&
  'plays' in value &&
  Array.isArray(value.plays) &&
  'personas' in value &&
  Array.isArray(value.personas) &&
  'policy' in value &&
  typeof value.policy === 'object';

/** The edit of this tab, also after a reload; null when there is none, or none of today's shape. */
export const readKept = (): Kept | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('draft' in kept)) return null;
    const base = Playbook.safeParse(kept.base);
    // The draft may well be in the middle of a sentence that no playbook would pass with.
    return base.success && isDraft(kept.draft) ? { base: base.data, draft: kept.draft } : null;
  } catch {
    return null;
  }
};

export const keep = (kept: Kept): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the edit still lives on the page, and leaving warns.
  }
};

export const forget = (): void => sessionStorage.removeItem(KEY);
