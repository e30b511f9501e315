import { bodies } from './bodies.ts';
import { conversations } from './conversations.ts';
import { deceiving } from './deceiving.ts';
import { heads } from './heads.ts';
import { machines } from './machines.ts';
import { ordinary } from './ordinary.ts';
import type { Product, TestMail, Truth } from './types.ts';

export { customers, planted, shop, strangers } from './people.ts';
export { type RenderedMail, render } from './render.ts';
export type { Product, TestMail } from './types.ts';

/** Every mail, oldest first: the last one is on top of the webmail's list. */
export const mails: readonly TestMail[] = [
  ...conversations.filter((m) => m.id.startsWith('contract-')),
  ...machines,
  ...heads,
  ...bodies,
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

/** Who the customer is as far as this product shows it. */
export const truthIn = (product: Product, { truth, shownBy }: TestMail): Truth =>
  shownBy?.[product]?.truth ?? truth;
