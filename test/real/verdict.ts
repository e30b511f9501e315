import { t } from '#lib/i18n/index.ts';
import { customers, type Product, planted, type TestMail, truthIn } from './mails/index.ts';
import type { Seen } from './panel-reader.ts';

type Nobody = Extract<ReturnType<typeof truthIn>, { kind: 'nobody' }>;

const known = new Map<string, string>(
  Object.values(customers).map(({ address, name }) => [address, name] as const),
);

const stored = (address: string): string => {
  const [local, domain] = address.toLowerCase().split('@');
  return `${local}@${new URL(`http://${domain}`).hostname}`;
};

/** A header without an address is told in the words of what the product shows of it; so is whom a mail of our own went to. */
const isWhy = (because: Nobody['because'], title: string): boolean =>
  because === 'no-address' ||
  title === t('miss.nobody-outside.title') ||
  (because === 'own-team' && title === t('miss.name-only.title'));

/** Whom alone the panel may ever show for this mail, by the address that it shows. */
export const whoseAddress = (product: Product, mail: TestMail): string[] => {
  const truth = truthIn(product, mail);
  return truth.kind === 'person' ? [stored(truth.who.address)] : [];
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
      return seen.shows === 'notice' && isWhy(truth.because, seen.title);
  }
};

/** The traps in the panel's text. What stands in the sender's own name is a warning there, and no trap. */
export const trapsIn = (text: string, { truth }: TestMail): string[] => {
  const name = truth.kind === 'person' ? truth.who.name : '';
  return planted.filter((address) => text.includes(address) && !name.includes(address));
};
