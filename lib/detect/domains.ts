import allProviders from 'email-providers/all.json' with { type: 'json' };
import { getDomain } from 'tldts';
import type { Address } from '#lib/contract/primitives.ts';
import { domainOf } from './address.ts';

// The two lists in here are large: only code that is fetched when somebody unknown is in view may import this file.

/**
 * What the kept list (npm `email-providers`) lacked in November 2026: each is sold or given to anybody who asks, as its own site
 * says. The last ones forward to a mailbox elsewhere.
 */
const MORE_PROVIDERS = [
  ...['fastmail.com', 'zohomail.com', 'tutanota.com', 'tuta.com', 'tuta.io', 'tutamail.com', 'keemail.me'],
  ...['posteo.de', 'posteo.net', 'mailfence.com', 'startmail.com', 'disroot.org', 'riseup.net'],
  ...['ziggo.nl', 'chello.at', 'aon.at', 'azet.sk', 'citromail.hu', 'vodafone.de', 'telia.com', 'online.no'],
  ...['duck.com', 'mozmail.com', 'passmail.net', 'simplelogin.com', 'users.noreply.github.com'],
];
/** Providers that are under more endings than a list can keep up with. */
const EVERYWHERE = /^(?:gmx|hotmail|outlook|yahoo)\.[a-z]{2,3}(?:\.[a-z]{2})?$/u;
const providers: ReadonlySet<string> = new Set([...allProviders, ...MORE_PROVIDERS]);

/** What somebody has registered, whatever stands before it: `mail.cafe.co.uk` -> `cafe.co.uk`. Null: nobody can. */
export const registered = (domain: string): string | null => getDomain(domain, { allowPrivateDomains: true });

/** Anybody can have an address there, so that it says nothing of where they work. */
export const isFreeMail = (domain: string): boolean => {
  const whole = registered(domain) ?? domain;
  return providers.has(domain) || providers.has(whole) || EVERYWHERE.test(whole);
};

/** The domain of the company that this address is of; null where it says nothing of a company. */
export const companyDomain = (address: Address): string | null => {
  const domain = domainOf(address);
  return isFreeMail(domain) ? null : registered(domain);
};
