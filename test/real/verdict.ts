import { customers, type Product, planted, type TestMail, truthIn } from './mails/index.ts';
import type { Seen } from './panel-reader.ts';

const known = new Map<string, string>(
  Object.values(customers).map(({ address, name }) => [address, name] as const),
);

const stored = (address: string): string => {
  const [local, domain] = address.toLowerCase().split('@');
  return `${local}@${new URL(`http://${domain}`).hostname}`;
};

/** Whether the panel beside this product shows what somebody who knows everything would say of this mail. */
export const isRight = (product: Product, mail: TestMail, seen: Seen): boolean => {
  const truth = truthIn(product, mail);
  switch (truth.kind) {
    case 'person': {
      const address = stored(truth.who.address);
      const name = known.get(address);
      if (name === undefined) return seen.shows === 'stranger' && seen.address === address;
      return seen.shows === 'customer' && seen.address === address && seen.name === name;
    }
    case 'several':
      return (
        seen.shows === 'pick' && truth.who.every(({ address }) => seen.addresses.includes(stored(address)))
      );
    case 'nobody':
      return seen.shows === 'notice';
  }
};

/** The traps in the panel's text. What stands in the sender's own name is a warning there, and no trap. */
export const trapsIn = (text: string, { truth }: TestMail): string[] => {
  const name = truth.kind === 'person' ? truth.who.name : '';
  return planted.filter((address) => text.includes(address) && !name.includes(address));
};
