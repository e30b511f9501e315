import { domainOf, isAutomatic, isOwn, normalise, type Own } from './address.ts';
import { mixedWord } from './scripts.ts';
import type { Confidence, Miss, PageReading, Person, Role, Warning } from './types.ts';

/** Somebody outside the team. `address` is normalised: what the cache is asked for. */
export type Party = { person: Person; address: string; warnings: Warning[] };

export type Who =
  /** `others` are outside parties, too: the panel offers them when the choice was wrong. */
  | { kind: 'one'; person: Party; others: Party[] }
  /**
   * Equally likely, or not sure: the rep picks. Most likely first, at least one. `blind`: only because nothing is known of who the
   * rep is, so that it could be themselves.
   */
  | { kind: 'several'; people: Party[]; blind?: true }
  | { kind: 'none'; miss: Miss };

const RANK: Record<Confidence, number> = { sure: 0, likely: 1, weak: 2 };
const CLAIM = /[^\s<>()[\]"',;:@]+@[^\s<>()[\]"',;:@]+\.[^\s<>()[\]"',;:@.]+/gu;

const claims = (text: string, address: string): string | null => {
  for (const [claim] of text.matchAll(CLAIM)) {
    const claimed = normalise(claim);
    if (claimed && claimed !== address) return claimed;
  }
  return null;
};

/** Of what reads backwards only this counts: `ed.lim@work` is no `krow@mil.de`. */
const SURELY_AN_ENDING = /\.(?:com|net|org|info|biz)$/u;

/**
 * The first address that a display name claims besides the real one, however it is dressed up. One that is written backwards is
 * claimed, too: with a mark that turns the direction around, which readings leave out, it would show the right way round.
 */
export const claimedAddress = (name: string, address: string): string | null => {
  const plain = name.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const claimed = claims(plain, address);
  if (claimed || !plain.includes('@')) return claimed;
  const turned = claims([...plain].reverse().join(''), address);
  return turned && SURELY_AN_ENDING.test(turned) ? turned : null;
};

/** What makes one careful about somebody by the look of them alone. */
const warningsOf = (name: string, address: string): Warning[] => {
  const claimed = claimedAddress(name, address);
  const word = mixedWord(name) ?? mixedWord(address.slice(0, address.lastIndexOf('@')));
  return [
    ...(claimed ? [{ code: 'name-claims-address' as const, claimed }] : []),
    ...(word ? [{ code: 'mixed-letters' as const, word }] : []),
  ];
};

const sameDomain = (a: string, b: string): boolean => {
  const [x, y] = [domainOf(a), domainOf(b)];
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
};

/** Normalised, one entry per address and role; the surer and the named one stays. Page order is kept. */
const partiesOf = (people: readonly Person[]): Party[] => {
  const parties: Party[] = [];
  for (const person of people) {
    const address = normalise(person.address);
    if (!address) continue;
    const party: Party = { person, address, warnings: warningsOf(person.name, address) };
    const at = parties.findIndex((other) => other.address === address && other.person.role === person.role);
    const known = parties[at];
    if (!known) parties.push(party);
    else if (
      RANK[person.confidence] < RANK[known.person.confidence] ||
      (person.confidence === known.person.confidence && known.person.name === '' && person.name !== '')
    )
      parties[at] = party;
  }
  return parties;
};

const unique = (parties: readonly Party[]): Party[] =>
  parties.filter((party, at) => parties.findIndex((other) => other.address === party.address) === at);

/** The first role that somebody outside has is the answer; the sender of a mail of our own is not outside. */
const candidates = (outside: readonly Party[], strangers: readonly Party[]): Party[] => {
  const of = (...roles: Role[]) => unique(outside.filter((party) => roles.includes(party.person.role)));
  const askers = of('requester');
  if (askers.length > 0) return askers;
  const replies = of('reply-to').map((party) => {
    // From our own contact form, or from a machine, a Reply-To elsewhere is just its purpose.
    const sender = outside.find((other) => other.person.role === 'sender');
    return sender && !sameDomain(sender.address, party.address)
      ? {
          ...party,
          warnings: [...party.warnings, { code: 'reply-to-elsewhere' as const, address: party.address }],
        }
      : party;
  });
  if (replies.length > 0) return replies;
  const wrote = of('sender');
  if (wrote.length > 0) return wrote;
  // Nobody outside wrote it. A machine's mail has no customer, whomever else it went to.
  if (strangers.some((party) => party.person.role === 'sender')) return [];
  const got = of('recipient');
  return got.length > 0 ? got : of('participant', 'mentioned');
};

/** A guess, somebody who only stands by, or a header that names somebody without saying as what. */
const isDoubtful = (first: Party, outside: readonly Party[]): boolean =>
  first.person.confidence === 'weak' ||
  first.person.role === 'participant' ||
  outside.some(({ address, person }) => person.role === 'mentioned' && address !== first.address);

/** Of whom a mail of our own went to, some pages show the names and no address. */
const hasNamesOnly = (people: readonly Person[]): boolean =>
  people.some(({ address, name, role }) => role === 'recipient' && address === '' && name !== '');

/**
 * Picks the outside party of a conversation: never the rep, the team, a list or a machine. Requester before
 * Reply-To before sender; on a mail of our own, whom it went to. A guess is never taken without asking.
 */
export const whoIs = (reading: PageReading, own: Own): Who => {
  if (reading.kind === 'miss') return { kind: 'none', miss: reading.miss };
  const self = reading.self.flatMap((address) => normalise(address) ?? []);
  const mine: Own = { addresses: [...own.addresses, ...self], domains: own.domains };
  const all = partiesOf(reading.people);
  if (all.length === 0) return { kind: 'none', miss: 'name-only' };
  const outside = all.filter((party) => !isOwn(party.address, mine) && !isAutomatic(party.address));
  const people = candidates(
    outside,
    all.filter((party) => !isOwn(party.address, mine)),
  );
  const [first, ...more] = people;
  if (!first) {
    const ours = all.every((party) => isOwn(party.address, mine));
    return { kind: 'none', miss: ours && hasNamesOnly(reading.people) ? 'name-only' : 'nobody-outside' };
  }
  if (mine.addresses.length + mine.domains.length === 0)
    return { kind: 'several', people: unique([...people, ...outside]), blind: true };
  // One of us and somebody else in the same place: one of the two does not belong there.
  const beside = unique(all.filter(({ person }) => person.role === first.person.role));
  const mixed = first.person.role !== 'recipient' && beside.length > people.length;
  const doubtful = mixed || isDoubtful(first, outside);
  if (more.length > 0 || doubtful) {
    const rest = doubtful ? outside : [];
    return { kind: 'several', people: unique([...people, ...rest]) };
  }
  return {
    kind: 'one',
    person: first,
    others: unique(outside).filter((party) => party.address !== first.address),
  };
};
