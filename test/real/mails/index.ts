import { conversations } from './conversations.ts';
import { deceiving } from './deceiving.ts';
import { machines } from './machines.ts';
import { ordinary } from './ordinary.ts';
import type { TestMail } from './types.ts';

export { customers, planted, shop, strangers } from './people.ts';
export { type RenderedMail, render } from './render.ts';
export type { TestMail } from './types.ts';

/** Every mail, oldest first: the last one is on top of the webmail's list. */
export const mails: readonly TestMail[] = [
  ...conversations.filter((m) => m.id.startsWith('contract-')),
  ...machines,
  ...deceiving,
  ...ordinary,
  ...conversations.filter((m) => !m.id.startsWith('contract-')),
];

/** The mail with this id; throws when there is none, so that a test that misspells it says so. */
export const mail = (id: string): TestMail => {
  const found = mails.find((m) => m.id === id);
  if (!found) throw new Error(`no test mail has the id ${id}`);
  return found;
};
