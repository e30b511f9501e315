import { type EventType, eventData, eventTypes, SukiEvent } from '#lib/contract/events.ts';
import { perhaps } from '#lib/contract/near.ts';
import { Address, Id } from '#lib/contract/primitives.ts';
import { Topic } from '#lib/contract/touchpoint.ts';
import { repFault } from '../ingest/rep-rules.ts';
import { type EventColumns, eventColumns } from './event-columns.ts';
import { eventFault } from './event-faults.ts';
import { fieldsOf, type Reading } from './event-fields.ts';
import type { Columns } from './header.ts';
import { type Fault, fault, ImportProblem } from './problem.ts';
import { manyLines, oneLine, withoutTricks } from './tidy.ts';
import { type DateOrder, readBoolean, readInstant, readNumber } from './values.ts';

/** Who an event is about: an id of ours, or an address to look up. */
export type Who = { id: string } | { address: string };
/** An event whose subject is still to be found; `id` is absent if the file brings none. */
export type EventRow = { who: Who; id: string | undefined; event: SukiEvent };

export type EventOptions = {
  dates: DateOrder | undefined;
  /** The type of rows whose file has no column for it. */
  type: EventType | undefined;
  now: number;
};

export const readEventHeader = (names: readonly string[], options: EventOptions): EventColumns => {
  const columns = eventColumns(names, eventTypes);
  const missing = [
    ...(columns.has('customer') || columns.has('email') ? [] : ['the customer ("Customer ID" or "Email")']),
    ...(columns.has('at') ? [] : ['the date ("Date")']),
    ...(columns.has('type') || options.type ? [] : ['the type ("Event"), and --type was not given']),
  ];
  if (missing.length === 0) return columns;
  throw new ImportProblem(
    `Line 1: no column for ${missing.join(', nor for ')} among: ${names.join(', ')}.`,
    'Rename the columns in the first line as named here.',
  );
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const typesByName = new Map<string, EventType>([
  ...eventTypes.map((type) => [plain(type), type] as const),
  ...eventTypes.map((type) => [type, type] as const),
]);

const mends = new Map<string, string>();

const MENDS_KEPT = 1_000;

/** Kept, since a file has the same few wrong names on many rows; one with ever new ones has texts in that column. */
const unknownTypeMend = (text: string): string => {
  const known = mends.get(text);
  if (known !== undefined) return known;
  const near = mends.size < MENDS_KEPT ? perhaps(text, eventTypes) : '';
  const mend = `${near}lib/contract/events.ts has all names.`;
  if (mends.size < MENDS_KEPT) mends.set(text, mend);
  return mend;
};

/** `order_completed`, `Order completed` and `OrderCompleted` all name the same. */
export const readEventType = (text: string): EventType | Fault => {
  const type = typesByName.get(text) ?? typesByName.get(plain(text));
  if (type === undefined) {
    return fault(`"${text.slice(0, 60)}" is no event that Suki knows`, unknownTypeMend(text));
  }
  if (type === 'Stage Changed')
    return fault('stages are not imported', 'Leave the row out; Suki works them out itself.');
  return type;
};

const CHANNELS: Record<string, string> = {
  CALL: 'phone',
  EMAIL: 'email',
  MEETING: 'meeting',
  NOTE: 'note',
  TASK: 'task',
  COMMUNICATION: 'chat',
  POSTAL_MAIL: 'post',
};

/** Only what somebody wrote at length has lines. */
const tidy = (data: Record<string, unknown>): void => {
  for (const [field, value] of Object.entries(data)) {
    if (typeof value === 'string') data[field] = field === 'text' ? manyLines(value) : oneLine(value);
  }
};

/** What an export of another tool leaves unsaid, and what it most plainly means. */
const complete = (type: EventType, data: Record<string, unknown>, rowId: string): void => {
  const shape = eventData[type].shape;
  if ('ref' in shape) data.ref ??= rowId;
  if (type.startsWith('Order ')) data.order ??= rowId;
  // What was given back is written with a minus by some, without by others.
  if (type === 'Order Refunded' && typeof data.total === 'number') data.total = Math.abs(data.total);
  if (type !== 'Touchpoint Logged') return;
  if (typeof data.kind === 'string') data.kind = data.kind.toUpperCase().replaceAll(' ', '_');
  if (typeof data.direction === 'string') {
    const direction = data.direction.toLowerCase();
    data.direction = direction === 'inbound' ? 'in' : direction === 'outbound' ? 'out' : direction;
  }
  if (typeof data.kind === 'string') data.channel ??= CHANNELS[data.kind];
  data.initiator ??= data.direction === 'in' ? 'customer' : 'rep';
  data.purpose ??= data.direction === 'in' ? 'answer' : 'care';
};

const inColumn = (columns: Columns<string>, field: string, { reason, mend }: Fault): Fault => {
  const name = columns.nameOf(field);
  return fault(
    name === undefined ? `${field} in the data: ${reason}` : `the cell "${name}": ${reason}`,
    mend,
  );
};

const tooEarly = (text: string): Fault =>
  fault(
    `"${text.slice(0, 40)}" lies before 1970`,
    'Suki keeps dates from 1970 on: correct it, or leave the row out.',
  );

type Data = { data: Record<string, unknown> };

const fromJson = (text: string): Data | Fault => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { data: { ...value } };
  } catch {
    // Said below, for both.
  }
  return fault('the data cell is no JSON object', 'Write it like {"total": 12.5}, or empty the cell.');
};

const readCell = (
  text: string,
  reading: Reading,
  dates: DateOrder | undefined,
): string | number | boolean | Fault => {
  switch (reading) {
    case 'text':
      return text;
    case 'number':
      return readNumber(text);
    case 'truth':
      return readBoolean(text);
    case 'instant': {
      const at = readInstant(text, dates);
      return typeof at === 'number' && at < 0 ? tooEarly(text) : at;
    }
  }
};

/** The data of a row: its JSON, where dates may be ISO 8601 too, and over it what has a column of its own. */
const readData = (
  columns: Columns<string>,
  cells: readonly string[],
  type: EventType,
  dates: DateOrder | undefined,
): Data | Fault => {
  const json = columns.cell(cells, 'data');
  const given = json === '' ? { data: {} } : fromJson(json);
  if ('reason' in given) return given;
  const { data } = given;
  for (const [field, reading] of fieldsOf(type)) {
    const cell = columns.cell(cells, field);
    const inJson = data[field];
    const text = cell === '' && reading === 'instant' && typeof inJson === 'string' ? inJson : cell;
    if (text === '') continue;
    const value = readCell(text, reading, dates);
    if (typeof value === 'object')
      return cell === ''
        ? fault(`${field} in the data: ${value.reason}`, value.mend)
        : inColumn(columns, field, value);
    data[field] = value;
  }
  if (typeof data.currency === 'string') data.currency = data.currency.toUpperCase();
  // Other tools have any words under "Topic".
  if (fieldsOf(type).has('about') && data.topic !== undefined && !Topic.safeParse(data.topic).success) {
    data.about ??= data.topic;
    delete data.topic;
  }
  return { data };
};

const readWho = (columns: EventColumns, cells: readonly string[]): Who | Fault => {
  for (const field of ['customer', 'email'] as const) {
    const text = columns.cell(cells, field);
    if (text === '') continue;
    if (text.includes('@')) {
      const address = Address.safeParse(withoutTricks(text).toLowerCase());
      if (address.success) return { address: address.data };
    }
    const id = Id.safeParse(text);
    if (field === 'customer' && id.success) return { id: id.data };
    return fault(`"${text.slice(0, 60)}" is no e-mail address`, 'Correct the address.');
  }
  return fault('does not say which customer', 'Give it an address or a customer id.');
};

/** Where imported events come from. */
export const CSV_SOURCE = 'csv';
const UNKNOWN = 'unknown';

/**
 * Reads a row, or says what is wrong with it.
 * @param rowId gives an id to what the row says, for files without ids
 */
export const readEventRow = (
  columns: EventColumns,
  cells: readonly string[],
  options: EventOptions,
  rowId: (content: string) => string,
): EventRow | Fault => {
  const who = readWho(columns, cells);
  if ('reason' in who) return who;
  const typeText = columns.cell(cells, 'type');
  const type = typeText === '' && options.type ? options.type : readEventType(typeText);
  if (typeof type === 'object') return type;
  const own = columns.of(type);
  const atText = own.cell(cells, 'at');
  const at = readInstant(atText, options.dates);
  if (typeof at === 'object') return inColumn(own, 'at', at);
  if (at < 0) return inColumn(own, 'at', tooEarly(atText));
  if (at > options.now + 86_400_000) {
    return inColumn(own, 'at', fault(`"${atText}" lies in the future`, 'Correct the date.'));
  }
  const read = readData(own, cells, type, options.dates);
  if ('reason' in read) return read;
  const { data } = read;
  if (type === 'Order Completed' && typeof data.total === 'number' && data.total < 0) {
    const negative = fault(
      'an order cannot be worth less than nothing',
      'Record it as Order Refunded, or correct the amount.',
    );
    return inColumn(own, 'total', negative);
  }
  // The contract allows it, for each part is optional; a row of a file that leaves all of them out has lost something.
  if (type === 'Usage Reported' && !['ratio', 'count', 'feature'].some((field) => field in data))
    return fault(`the cell "${own.nameOf('ratio') ?? 'ratio'}" is empty`, 'Fill it in.');
  const given = columns.cell(cells, 'id');
  const byText = columns.cell(cells, 'by');
  const by = byText === '' ? '' : byText.replace(/\p{Cc}/gu, ' ').slice(0, 120);
  const id = given || rowId(JSON.stringify([who, type, at, by, data]));
  // The id was made of what the file says, so that it stays the same whatever is taken away.
  const author = oneLine(by);
  tidy(data);
  complete(type, data, id);
  const event = SukiEvent.safeParse({
    id,
    source: CSV_SOURCE,
    subject: 'id' in who ? who.id : UNKNOWN,
    at,
    ...(author === '' ? {} : { by: author }),
    type,
    data,
  });
  if (!event.success) {
    const value = (field: string) => ({ id, at, by, ...data })[field];
    return eventFault(event.error.issues[0], own.nameOf, value);
  }
  const broken = repFault(event.data);
  if (broken) return inColumn(own, broken.field, fault(broken.words, 'Correct it, or leave the row out.'));
  return { who, id: given || undefined, event: event.data };
};
