import { useSyncExternalStore } from 'react';

/** Where somebody is in the editor; it lives in the address, so that a reload and the back button know it. */
export type Place =
  | { part: 'plays' | 'numbers' | 'stages' | 'personas' | 'history' }
  | { part: 'play'; id: string };
export const parts = ['plays', 'numbers', 'stages', 'personas', 'history'] as const;

/** `#playbook/play/check_in` as a place; null: it is not the playbook's. An unknown part is the list. */
export const placeOf = (hash: string): Place | null => {
  const [root, part, id] = hash.replace(/^#/, '').split('/');
  if (root !== 'playbook') return null;
  if (part === 'play' && id) return { part, id };
  return { part: parts.find((one) => one === part) ?? 'plays' };
};

export const hashOf = (place: Place): string =>
  place.part === 'play' ? `#playbook/play/${place.id}` : `#playbook/${place.part}`;

const onHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const useHash = (): string => useSyncExternalStore(onHash, () => location.hash);

export const usePlace = (): Place | null => placeOf(useHash());
