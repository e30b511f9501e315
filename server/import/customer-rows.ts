import { Profile } from '#lib/contract/customer.ts';
import { Address, Id } from '#lib/contract/primitives.ts';
import { isTimeZone } from '../ingest/time-zone.ts';
import { customerFault } from './customer-faults.ts';
import { type Aliases, type Columns, readHeader } from './header.ts';
import { idOfAddress } from './identity.ts';
import { type Fault, fault, ImportProblem, isFault } from './problem.ts';
import type { Row } from './rows.ts';
import { oneLine, withoutTricks } from './tidy.ts';
import { type DateOrder, readInstant } from './values.ts';

/** Names that HubSpot, Salesforce, Stripe, Zendesk and common address books use. */
const aliases = {
  id: ['id', 'customer id', 'customer', 'record id', 'contact id', 'external id', 'user id', 'client id'],
  email: ['email', 'e-mail', 'email address', 'e-mail address', 'primary email', 'mail', 'e-mail 1 - value'],
  emails: ['emails', 'other emails', 'additional email addresses', 'additional emails', 'secondary email'],
  name: ['name', 'full name', 'display name', 'customer name', 'contact name'],
  firstName: ['first name', 'given name', 'first'],
  lastName: ['last name', 'family name', 'surname', 'last'],
  company: ['company', 'company name', 'associated company', 'organization', 'organisation', 'account name'],
  title: ['title', 'job title', 'position'],
  phone: ['phone', 'phone number', 'mobile', 'mobile phone', 'mobile phone number', 'telephone'],
  locale: ['locale', 'language', 'preferred language'],
  timezone: ['time zone', 'iana time zone'],
  source: ['source', 'lead source', 'original source'],
  tags: ['tags', 'labels'],
  createdAt: ['create date', 'created date', 'created at', 'created', 'customer since', 'sign-up date'],
} satisfies Aliases<string>;
type Field = keyof typeof aliases;
const isField = (name: string): name is Field => Object.hasOwn(aliases, name);
export type CustomerColumns = Columns<Field>;

/** What one row says. Fields that its cells leave empty are absent. */
export type CustomerRow = {
  /** Where it is in the file. */
  line: number;
  /** The file's own id, if it has one. */
  id?: string;
  derivedId: string;
  profile: Profile;
  /** False: `createdAt` is the time of the import, for want of anything better. */
  dated: boolean;
};

export const readCustomerHeader = (names: readonly string[]): CustomerColumns => {
  const columns = readHeader(names, aliases);
  if (columns.has('email') || columns.has('id')) return columns;
  throw new ImportProblem(
    `Line 1: no column for the address or an id among: ${names.join(', ')}.`,
    'Name the column with the addresses "Email".',
  );
};

/** What the cells for addresses list, unchecked. */
const listedIn = (columns: CustomerColumns, cells: readonly string[]): string[] => {
  const main = withoutTricks(columns.cell(cells, 'email')).toLowerCase();
  const more = withoutTricks(columns.cell(cells, 'emails')).toLowerCase();
  if (more === '' && !/[;,\s]/.test(main)) return main === '' ? [] : [main];
  return [...new Set(`${main};${more}`.split(/[;,\s]+/).filter(Boolean))];
};

const wrongAddress = (addresses: readonly string[]): Fault | null => {
  const wrong = addresses.find((address) => !Address.safeParse(address).success);
  if (wrong === undefined) return null;
  return fault(`"${wrong.slice(0, 60)}" is no e-mail address`, 'Correct the address, or empty the cell.');
};

const TEXT_FIELDS = ['company', 'title', 'phone', 'locale', 'timezone', 'source'] as const;

/** Reads a row, or says what is wrong with it; of several faults, the addresses' first. */
export const readCustomerRow = (
  columns: CustomerColumns,
  { cells, line }: Pick<Row, 'cells' | 'line'>,
  options: { now: number; dates: DateOrder | undefined },
): CustomerRow | Fault => {
  const addresses = listedIn(columns, cells);
  const row = readWith(addresses, columns, cells, line, options);
  // The profile's own check covers the addresses; they are looked at one by one only to name the wrong one.
  return isFault(row) ? (wrongAddress(addresses) ?? row) : row;
};

const readWith = (
  addresses: string[],
  columns: CustomerColumns,
  cells: readonly string[],
  line: number,
  options: { now: number; dates: DateOrder | undefined },
): CustomerRow | Fault => {
  const words = (field: Field): string => oneLine(columns.cell(cells, field));
  const idText = columns.cell(cells, 'id');
  const id = idText === '' ? undefined : Id.safeParse(idText);
  if (id && !id.success)
    return fault(`the id "${idText.slice(0, 60)}" cannot be used`, 'Use at most 128 letters and digits.');
  const [first] = addresses;
  if (first === undefined && !id) {
    return fault('has neither an address nor an id', 'Give it an address, or leave the row out.');
  }
  const created = columns.cell(cells, 'createdAt');
  const createdAt = created === '' ? options.now : readInstant(created, options.dates);
  if (typeof createdAt !== 'number') return createdAt;
  const names = `${words('firstName')} ${words('lastName')}`.trim();
  const draft: Record<string, unknown> = {
    name: words('name') || names || first || oneLine(idText),
    addresses,
    createdAt,
  };
  for (const field of TEXT_FIELDS) {
    const text = words(field);
    if (text !== '') draft[field] = text;
  }
  const { timezone } = draft;
  if (typeof timezone === 'string' && !isTimeZone(timezone))
    return fault(
      `"${timezone.slice(0, 60)}" is no time zone`,
      'Write it like Europe/Vienna, or empty the cell.',
    );
  const tags = words('tags');
  if (tags !== '')
    draft.tags = tags
      .split(/[;,]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
  const profile = Profile.safeParse(draft);
  if (!profile.success) {
    return customerFault(profile.error.issues[0], (field) =>
      isField(field) ? columns.nameOf(field) : undefined,
    );
  }
  return {
    line,
    ...(id ? { id: id.data } : {}),
    derivedId: id?.data ?? idOfAddress(first ?? ''),
    profile: profile.data,
    dated: created !== '',
  };
};

/** Whether the row has the same words without what does not belong there; then it mends them. */
const isTidied = (known: string, given: string): boolean => oneLine(known) === given;

/** What a row adds to the known customer of this id, or null for nothing, or why it cannot be: the two contradict. */
export const mergeProfile = (id: string, known: Profile, row: CustomerRow): Profile | null | Fault => {
  const merged: Profile = { ...known };
  let changed = false;
  // Who came without a name is called by the address, or by the id.
  const placeholder = (name: string, profile: Profile) =>
    name === '' || name === id || name === oneLine(id) || profile.addresses.includes(name);
  if (row.profile.name !== known.name && !placeholder(row.profile.name, row.profile)) {
    if (!placeholder(known.name, known) && !isTidied(known.name, row.profile.name))
      return contradiction('name', known.name, row.profile.name);
    merged.name = row.profile.name;
    changed = true;
  }
  for (const field of TEXT_FIELDS) {
    const mine = row.profile[field];
    if (mine === undefined || mine === known[field]) continue;
    const theirs = known[field];
    if (theirs !== undefined && !isTidied(theirs, mine)) return contradiction(field, theirs, mine);
    merged[field] = mine;
    changed = true;
  }
  const tags = [...new Set([...(known.tags ?? []), ...(row.profile.tags ?? [])])].slice(0, 50);
  if (tags.length > (known.tags?.length ?? 0)) {
    merged.tags = tags;
    changed = true;
  }
  const addresses = [...new Set([...known.addresses, ...row.profile.addresses])];
  if (addresses.length > 50)
    return fault('would give the customer more than 50 addresses', 'Check the addresses.');
  if (addresses.length > known.addresses.length) {
    merged.addresses = addresses;
    changed = true;
  }
  if (row.dated && row.profile.createdAt < known.createdAt) {
    merged.createdAt = row.profile.createdAt;
    changed = true;
  }
  return changed ? merged : null;
};

const contradiction = (field: string, known: string, given: string): Fault =>
  fault(
    `${field} is "${given.slice(0, 60)}" here, but Suki has "${known.slice(0, 60)}"`,
    'Decide which is right; empty the cell here to keep what Suki has.',
  );
