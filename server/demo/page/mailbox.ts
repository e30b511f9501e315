import type { Conversation } from '../conversation.ts';

export type Folder = Conversation['folder'];

/** What the address bar says: a folder or an open conversation. Anything else is the inbox. */
export type Place = { folder: Folder } | { conversation: string };
export const placeOf = (hash: string): Place => {
  const open = /^#\/c\/(.+)$/.exec(hash)?.[1];
  if (open) {
    try {
      return { conversation: decodeURIComponent(open) };
    } catch {
      return { folder: 'inbox' };
    }
  }
  return { folder: hash === '#/sent' ? 'sent' : 'inbox' };
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** A folder's conversations that hold every word of the query, accents and case aside; newest first. */
export const search = (all: Conversation[], folder: Folder, query: string): Conversation[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return all.filter((c) => {
    if (c.folder !== folder) return false;
    if (words.length === 0) return true;
    const people = [c.from, ...c.to, ...(c.cc ?? [])].map((p) => `${p.name} ${p.address}`);
    const text = plain([c.subject, ...people, c.text].join(' '));
    return words.every((word) => text.includes(word));
  });
};

/** The neighbour of `open` in the list: +1 is the next, -1 the one before. Stays put at the ends. */
export const neighbour = (list: Conversation[], open: string | null, step: 1 | -1): string | null => {
  const index = list.findIndex((c) => c.id === open);
  if (index < 0) return list[0]?.id ?? null;
  return list[Math.min(list.length - 1, Math.max(0, index + step))]?.id ?? null;
};
