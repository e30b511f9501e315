import { playbook } from './en/playbook.ts';
import { addWords } from './index.ts';

export type PlaybookWord = keyof typeof playbook;

/** The texts of the playbook's editor. They are loaded with it: a panel opens without them. */
export const tp = addWords(playbook);

/** The word for `id` where it is made of parts, such as a trigger's name; `id` itself when there is none. */
export const tpOr = (id: string, values: Record<string, string | number> = {}, otherwise = id): string =>
  Object.hasOwn(playbook, id) ? tp(id as PlaybookWord, values) : otherwise;
