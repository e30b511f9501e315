import type { Profile } from '#lib/contract/customer.ts';
import type { Tongue } from '../lines/tongue.ts';
import type { Random } from '../random.ts';
import { type PlaceId, places } from '../shop.ts';
import type { Spelled } from './name-pool.ts';
import { namePools } from './names.ts';

/** Somebody a story is about. */
export type Who = {
  name: string;
  /** The name as it goes into an id: lower case ASCII with hyphens. */
  slug: string;
  address: string;
  place: PlaceId;
  tongue: Tongue;
  /** First-touch source, in plain words. */
  source: string;
  company?: string;
  title?: string;
  /** BCP 47, where it is not the place's usual one. */
  locale?: string;
  tags?: string[];
};
export const idOf = (who: Who): string => `c-${who.slug}`;

/** Turns a name into lower-case ASCII: letters that Unicode can take apart, and the few that it cannot. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßıæœ]/g, (letter) => apart[letter] ?? letter)
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const apart: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe' };

export const profileOf = (who: Who, createdAt: number): Profile => {
  const place = places[who.place];
  return {
    name: who.name,
    addresses: [who.address],
    ...(who.company ? { company: who.company, account: true } : {}),
    ...(who.title ? { title: who.title } : {}),
    locale: who.locale ?? place.locale,
    timezone: place.timezone,
    source: who.source,
    ...(who.tags ? { tags: who.tags } : {}),
    createdAt,
  };
};

const native = (s: Spelled): string => (typeof s === 'string' ? s : s[0]);
const latin = (s: Spelled): string => slugOf(typeof s === 'string' ? s : s[1]);
const sources = [
  'word of mouth',
  'search',
  'Instagram',
  'a market stall',
  'the newsletter',
  'a café that serves us',
  'a friend',
] as const;
const mailHosts = ['mail.example', 'post.example', 'letterbox.example', 'kahon.example'] as const;
const titles = [
  'Owner',
  'Head barista',
  'Buyer',
  'Office manager',
  'Kitchen lead',
  'Front of house',
] as const;

/** Somebody new, whose slug and address are not in `taken` yet (and are then). About one in three buys for a company. */
export const someone = (random: Random, taken: Set<string>): Who => {
  for (;;) {
    const pool = random.weighted(weighted);
    const given = random.pick(pool.given);
    const family = random.pick(pool.family);
    const slug = `${latin(given)}-${latin(family)}`;
    const company = random.chance(0.3) ? random.pick(pool.companies) : null;
    const place = random.pick(pool.places);
    const source = random.pick(sources);
    const title = random.pick(titles);
    const host = random.pick(mailHosts);
    const local = `${latin(given)}.${latin(family)}`.replace(/-/g, '');
    const address = company ? `${latin(given).replace(/-/g, '')}@${company[1]}` : `${local}@${host}`;
    if (taken.has(slug) || taken.has(address)) continue;
    taken.add(slug).add(address);
    const name =
      pool.order === 'family-first-joined'
        ? native(family) + native(given)
        : pool.order === 'family-first'
          ? `${native(family)} ${native(given)}`
          : `${native(given)} ${native(family)}`;
    return {
      name,
      slug,
      place,
      tongue: pool.tongue,
      source,
      address,
      ...(company ? { company: company[0], title, tags: ['café'] } : { tags: ['home'] }),
    };
  }
};
const [first, ...rest] = namePools.map((pool) => [pool.weight, pool] as const);
const weighted = [first ?? ([1, namePools[0]] as const), ...rest] as const;
