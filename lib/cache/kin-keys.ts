import { rowHash } from '#lib/contract/digest.ts';
import { readLine } from '#lib/contract/page.ts';
import type { Kin } from './cache-db.ts';

/*
 * By what somebody is recognised whose very address is not here: the domain, another spelling of the mailbox, the name. It is told
 * from the lines alone, so it is kept apart from them and made when there is time: a first load is no slower for it, and what is
 * missing is made again.
 */

const split = (address: string): [local: string, domain: string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};

/**
 * The same for all spellings of one mailbox: without a tag (`ana+shop@`), and at Gmail, which says so, without dots and under its one
 * name.
 */
export const mailboxOf = (address: string): string => {
  const [local, domain] = split(address);
  const plus = local.indexOf('+');
  const bare = plus > 0 ? local.slice(0, plus) : local;
  return domain === 'gmail.com' || domain === 'googlemail.com'
    ? `${bare.replaceAll('.', '')}@gmail.com`
    : `${bare}@${domain}`;
};

/** Scripts that write whole names without a space. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The same for all ways to write one name: case, accents, order of the words. Empty for what names nobody in particular, as a first
 * name alone does.
 */
export const nameOf = (name: string): string => {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const isWhole = words.filter((word) => word.length > 1).length > 1 || UNSPACED.test(name);
  return isWhole ? words.toSorted().join(' ') : '';
};

/** Of a record's JSON, without taking all of it apart. */
const NAME = /^\{"id":"(?:[^"\\]|\\.)*","profile":\{"name":("(?:[^"\\]|\\.)*")/;
const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const nameIn = (text: string): string => {
  const [, quoted] = NAME.exec(text) ?? [];
  // Lines of our own server are as `NAME` says; nothing breaks when they are not.
  const name = quoted === undefined ? (tryJson(text) as Named)?.profile?.name : tryJson(quoted);
  return typeof name === 'string' ? nameOf(name) : '';
};
type Named = { profile?: { name?: unknown } } | undefined;

/** A domain and those that it lies in: whoever asks knows which of them somebody can register. */
const domainsOf = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
};

/** What a row is found by. No two kinds can be mistaken for each other: `@cafe.example`, `ana@cafe.example`, `=ana lim`. */
export const asDomain = (domain: string): string => `@${domain}`;
export const asName = (name: string): string => `=${name}`;
export const kinOfLine = (line: string): string[] => {
  const known = readLine(line);
  if (!known) return [];
  const name = nameIn(known.text);
  const keys = known.addresses.flatMap((address) => {
    const box = mailboxOf(address);
    // Where it is the address itself, that is in an index already.
    return [...domainsOf(split(address)[1]).map(asDomain), ...(box === address ? [] : [box])];
  });
  return [...new Set(name ? [...keys, asName(name)] : keys)];
};

/** For finding a name or a mailbox; whoever finds it reads the line and looks again. 0: none. */
export const kinHash = (key: string): number => (key === '' ? 0 : rowHash(key, '')[0] || 1);

/** What the lines of a pack are found by. */
export const kinOfPack = (n: number, text: string): Kin => {
  const domains = new Map<string, number>();
  const lines: number[] = [];
  const domainOf: number[] = [];
  const boxes: number[] = [];
  const names = text.split('\n').map((one, line) => {
    const known = readLine(one);
    for (const address of known?.addresses ?? []) {
      const [, domain] = split(address);
      const place = domains.get(domain) ?? domains.size;
      domains.set(domain, place);
      lines.push(line);
      domainOf.push(place);
      boxes.push(kinHash(mailboxOf(address)));
    }
    return known ? kinHash(nameIn(known.text)) : 0;
  });
  return {
    n,
    domains: [...domains.keys()].join('\n'),
    lines: Uint16Array.from(lines),
    domainOf: Uint16Array.from(domainOf),
    boxes: Uint32Array.from(boxes),
    names: Uint32Array.from(names),
  };
};
