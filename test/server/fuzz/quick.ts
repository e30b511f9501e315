// Dexie tells other tabs of each change over a channel that nobody here listens to. Before Dexie is loaded:
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

import 'fake-indexeddb/auto';

const thorough = globalThis.structuredClone;

/** Copies what JSON could hold itself, which takes a third of the time; leaves all else to the thorough one. */
const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (ArrayBuffer.isView(value)) return Reflect.apply(Reflect.get(value, 'slice'), value, []);
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) return thorough(value);
  const copied: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copied[key] = copy(Reflect.get(value, key));
  return copied;
};
Object.assign(globalThis, { structuredClone: copy });

// The query builder freezes each node of each query, which takes long and which nobody here would notice.
Object.assign(Object, { freeze: (value: unknown) => value });

// A day takes no time, so that nothing runs out of it; what ends a request is its page.
Object.assign(AbortSignal, {
  timeout: () => new AbortController().signal,
  any: ([first]: AbortSignal[]) => first,
});

type Opening = { error: DOMException | null; onerror: ((event: object) => void) | null };

/** Databases that cannot be opened at the moment. */
const blocked = new Set<string>();
const open = indexedDB.open.bind(indexedDB);
Object.assign(indexedDB, {
  open: (name: string, version?: number): unknown => {
    if (!blocked.has(name)) return open(name, version);
    const error = new DOMException('Internal error opening backing store', 'UnknownError');
    const opening: Opening = { error, onerror: null };
    setImmediate(() =>
      opening.onerror?.({ target: opening, preventDefault: () => {}, stopPropagation: () => {} }),
    );
    return opening;
  },
});

/** Lets no database of this name be opened until what is returned is called. */
export const blockOpening = (name: string): (() => void) => {
  blocked.add(name);
  return () => blocked.delete(name);
};

const databases: unknown = Reflect.get(indexedDB, '_databases');

/** Takes a database from the disk at once, whoever has it open. Without a name all of them. */
export const dropDatabase = (name?: string): void => {
  if (!(databases instanceof Map)) throw new Error('fake-indexeddb keeps its databases elsewhere now');
  if (name === undefined) databases.clear();
  else databases.delete(name);
};
