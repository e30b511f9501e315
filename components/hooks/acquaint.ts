import type { Acquaintance } from '#components/model.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { findKin, knownDomains } from '#lib/cache/find-kin.ts';
import { mailboxOf } from '#lib/cache/kin-keys.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { asciiDomain, domainOf, type Own, plusless } from '#lib/detect/address.ts';
import { companyDomain, isFreeMail, registered } from '#lib/detect/domains.ts';
import { createLookAlikes, inLatin, type LookAlikes, mixedDomain } from '#lib/detect/look-alike.ts';
import type { Warning } from '#lib/detect/types.ts';
import type { Party } from '#lib/detect/who.ts';

// Brings large lists along: the panel fetches this file when somebody is in view whom the cache does not hold.

/** More people of one name are many people of that name. As many of a company are named. */
const FEW = 3;

let ready: { known: readonly string[]; alike: LookAlikes } | null = null;
const lookAlikesIn = (known: readonly string[]): LookAlikes => {
  if (ready?.known !== known) ready = { known, alike: createLookAlikes(known) };
  return ready.alike;
};

const theSame = (values: readonly (string | undefined)[]): string | null => {
  const [first] = values;
  return first && values.every((value) => value === first) ? first : null;
};

/** What the customers in the cache tell of somebody who is not among them. Nothing is sent anywhere. */
export const acquaint = async (cache: CacheDb, party: Party, own: Own): Promise<Acquaintance> => {
  const { address, person } = party;
  const domain = companyDomain(address);
  const names = [person.name, inLatin(person.name)];
  const warnings = await warningsOf(cache, address, own);
  const kin = await findKin(cache, { address, names, domain }, FEW + 1);

  const spelling = ({ profile }: CustomerRecord) =>
    profile.addresses.find((one) => mailboxOf(one) === mailboxOf(address)) ?? '';
  const [twin, ...more] = kin.mailbox;
  // Behind a company's mailbox there can be several people, one for each tag. A mailbox that anybody can have is one person's.
  const isSame =
    twin &&
    more.length === 0 &&
    isFreeMail(domainOf(address)) &&
    plusless(spelling(twin)) === plusless(address);
  const namesakes = kin.name.length > FEW ? [] : kin.name;
  const others = namesakes.filter(({ id }) => kin.mailbox.every((one) => one.id !== id));

  return {
    same: isSame ? spelling(twin) : null,
    perhaps: [
      ...kin.mailbox.map((customer) => ({ address: spelling(customer), customer, by: 'mailbox' as const })),
      ...others.flatMap((customer) => {
        const [known] = customer.profile.addresses;
        return known ? [{ address: known, customer, by: 'name' as const }] : [];
      }),
    ].slice(0, FEW),
    // Nobody is said to work at a domain that only looks like their company's.
    company:
      domain === null || warnings.some(({ code }) => code === 'look-alike')
        ? null
        : {
            domain,
            name: theSame(kin.domain.map(({ profile }) => profile.company)),
            others: kin.domain.slice(0, FEW).map(({ profile }) => profile.name),
            more: kin.domain.length > FEW,
          },
    warnings,
  };
};

/** The team's own: what was told, and where the rep's address is a company's. */
const domainsOf = ({ domains, addresses }: Own): string[] => [
  ...domains.flatMap((one) => asciiDomain(one.trim().replace(/^@/u, '').toLowerCase()) ?? []),
  ...addresses.flatMap((one) => companyDomain(one) ?? []),
];

const warningsOf = async (cache: CacheDb, address: string, own: Own): Promise<Warning[]> => {
  const word = mixedDomain(domainOf(address));
  const mixed: Warning[] = word ? [{ code: 'mixed-letters', word }] : [];
  const domain = registered(domainOf(address));
  if (domain === null) return mixed;
  const mine = createLookAlikes(domainsOf(own))(domain);
  if (mine) return [...mixed, { code: 'look-alike', domain, like: mine, whose: null }];
  const like = lookAlikesIn(await knownDomains(cache))(domain);
  if (!like) return mixed;
  const [customer] = (await findKin(cache, { address, names: [], domain: like }, 1)).domain;
  // Nobody is there any more.
  if (!customer) return mixed;
  return [...mixed, { code: 'look-alike', domain, like, whose: customer.profile.name }];
};
