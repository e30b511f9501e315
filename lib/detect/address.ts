import { addressParser } from 'postal-mime';
import type { Address } from '#lib/contract/primitives.ts';

// Runs in the background, never in the page: it brings an RFC 5322 parser along.

/** Format characters that change how an address looks but not what it is. */
const INVISIBLE = /\p{Cf}|\p{Cc}/gu;
/** The same form as the contract's `Address`; a test holds the two together. */
const FORM = /^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/u;
const DOT_ATOM = /^"([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+)"$/u;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/u;

/** An international domain in its ASCII form ("bücher.example" -> "xn--bcher-kva.example"), or null. */
export const asciiDomain = (domain: string): string | null => {
  // The URL parser knows IDNA; what it would take for a port, a path or a percent code is no domain.
  if (/[\s/?#@\\:%[\]<>^|]/u.test(domain)) return null;
  let host: string;
  try {
    host = new URL(`http://${domain.replace(/[.。．｡]$/u, '')}`).hostname;
  } catch {
    return null;
  }
  const labels = host.split('.');
  // It also turns "1.2" into an IPv4 address.
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || host.length > 253 || /^\d+$/u.test(last)) return null;
  return labels.every((label) => label.length <= 63 && LABEL.test(label)) ? host : null;
};

/**
 * An address as stored and compared: no `mailto:`, no invisible characters, NFC, lower case, the domain in ASCII.
 * Null for whatever is not one whole address; domain literals and quoted local parts with spaces count as none.
 */
export const normalise = (address: string): Address | null => {
  const bare = address
    .replace(INVISIBLE, '')
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/su, '$1')
    .trim();
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const local = bare.slice(0, at).replace(DOT_ATOM, '$1').normalize('NFC').toLowerCase();
  const domain = asciiDomain(
    bare
      .slice(at + 1)
      .normalize('NFKC')
      .toLowerCase(),
  );
  const whole = domain ? `${local}@${domain}` : '';
  return domain && FORM.test(whole) && whole.length <= 320 ? whole : null;
};

/** One RFC 5322 mailbox (`"Ana, Sales" <ana@x.example>`, encoded words and all), or null. The first of several. */
export const parseMailbox = (text: string): { name: string; address: Address } | null => {
  // A quoted text alone is a display name, whatever it looks like.
  if (/^\s*"[^"]*"\s*$/u.test(text)) return null;
  for (const box of addressParser(text, { flatten: true })) {
    const address = normalise(box.address ?? '');
    if (address) return { name: (box.name ?? '').trim(), address };
  }
  return null;
};

const split = (address: Address): [string, string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};

export const domainOf = (address: Address): string => split(address)[1];

/** The address without its "+tag": `ana+shop@x.example` -> `ana@x.example`. */
export const plusless = (address: Address): Address => {
  const [local, domain] = split(address);
  const plus = local.indexOf('+');
  return plus > 0 ? `${local.slice(0, plus)}@${domain}` : address;
};

/** Under which addresses a customer may be stored, most specific first. */
export const lookups = (address: Address): Address[] => [...new Set([address, plusless(address)])];

const MACHINES =
  /^(?:(?:do|does)?[._-]?not?[._-]?reply|do[._-]?not[._-]?(?:reply|respond|answer)|no[._-]?(?:answer|response|return)|never[._-]?reply|(?:ne|nao|não|no)[._-]?(?:pas[._-]?repondre|responda|responder)|non[._-]?rispondere|keine[._-]?antwort|nie[._-]?odpowiadaj|mailer[._-]?daemon|postmaster|bounces?|listserv|majordomo|auto(?:mated)?[._-]?(?:reply|responder|mailer|confirm)|notifications?|newsletters?)(?:$|[+._=-])/u;
const MACHINE_ENDS =
  /[._-]no[._-]?reply$|-(?:bounces?|owner|request|unsubscribe|subscribe)$|[+=]bounce|^(?:owner|prvs|srs[01])[-=]/u;
const LIST_DOMAINS = /^(?:lists?|listserv|mailman)\.|(?:^|\.)(?:googlegroups\.com|groups\.io)$/u;

/** Nobody reads there: no-reply, bounces, daemons, mailing lists. */
export const isAutomatic = (address: Address): boolean => {
  const [local, domain] = split(address);
  return MACHINES.test(local) || MACHINE_ENDS.test(local) || LIST_DOMAINS.test(domain);
};

/** The rep's and the team's: normalised addresses, and domains that count with their subdomains. */
export type Own = { addresses: readonly string[]; domains: readonly string[] };

export const isOwn = (address: Address, own: Own): boolean => {
  const [, domain] = split(address);
  const mine = own.addresses.map(normalise);
  return (
    mine.includes(address) ||
    mine.includes(plusless(address)) ||
    own.domains.some((name) => {
      const other = asciiDomain(name.trim().replace(/^@/u, '').toLowerCase());
      return other !== null && (domain === other || domain.endsWith(`.${other}`));
    })
  );
};
