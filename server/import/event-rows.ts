import { type EventType, eventData, eventTypes, SukiEvent } from '#lib/contract/events.ts';
import { Address, Id } from '#lib/contract/primitives.ts';
import { nearNames } from '../near.ts';
import { aliases, type Field } from './event-columns.ts';
import { eventFault } from './event-faults.ts';
import { type Columns, readHeader } from './header.ts';
import { type Fault, fault, ImportProblem } from './problem.ts';
import { type DateOrder, readBoolean, readInstant, readNumber } from './values.ts';

export type EventColumns = Columns<Field>;

const ENVELOPE = new Set<Field>(['id', 'customer', 'email', 'type', 'at', 'by', 'data']);
const DATA_FIELDS = Object.keys(aliases).filter((field): field is Field => !ENVELOPE.has(field as Field));
const NUMBERS = new Set<string>(['total', 'rating', 'score', 'ratio', 'count', 'minutes', 'mood']);
const INSTANTS = new Set<string>(['renewsAt', 'until', 'endsAt', 'expiresAt', 'dueAt', 'promisedFor']);

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
  const columns = readHeader(names, aliases);
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
  const near = mends.size < MENDS_KEPT ? nearNames(text, eventTypes) : [];
  const mend = `${near.length === 0 ? '' : `Perhaps ${near.join(', ')}? `}lib/contract/events.ts has all names.`;
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

/** What an export of another tool leaves unsaid, and what it most plainly means. */
const complete = (type: EventType, data: Record<string, unknown>, rowId: string): void => {
  const shape = eventData[type].shape;
  if ('ref' in shape) data.ref ??= rowId;
  if (type.startsWith('Order ')) data.order ??= rowId;
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

const plainHeader = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The file's own name for a field. */
const columnName = (columns: EventColumns, field: string): string | undefined => {
  for (const alias of Object.entries<readonly string[]>(aliases).find(([name]) => name === field)?.[1] ??
    []) {
    const name = columns.names.find((candidate) => plainHeader(candidate) === plainHeader(alias));
    if (name !== undefined) return name;
  }
  return undefined;
};

const inColumn = (columns: EventColumns, field: Field, { reason, mend }: Fault): Fault =>
  fault(`the cell "${columnName(columns, field) ?? field}": ${reason}`, mend);

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

const fieldsOf = new WeakMap<EventColumns, Map<EventType, readonly Field[]>>();

/** The fields that this kind of event has and the file has a column for. */
const dataFields = (columns: EventColumns, type: EventType): readonly Field[] => {
  const known = fieldsOf.get(columns) ?? new Map<EventType, readonly Field[]>();
  fieldsOf.set(columns, known);
  const fields =
    known.get(type) ?? DATA_FIELDS.filter((field) => field in eventData[type].shape && columns.has(field));
  known.set(type, fields);
  return fields;
};

const readData = (
  columns: EventColumns,
  cells: readonly string[],
  type: EventType,
  dates: DateOrder | undefined,
): Data | Fault => {
  const json = columns.cell(cells, 'data');
  const given = json === '' ? { data: {} } : fromJson(json);
  if ('reason' in given) return given;
  const { data } = given;
  for (const field of dataFields(columns, type)) {
    const text = columns.cell(cells, field);
    if (text === '') continue;
    const value = NUMBERS.has(field)
      ? readNumber(text)
      : INSTANTS.has(field)
        ? readInstant(text, dates)
        : text;
    if (typeof value === 'object') return inColumn(columns, field, value);
    if (INSTANTS.has(field) && Number(value) < 0) return inColumn(columns, field, tooEarly(text));
    data[field] = value;
  }
  if (typeof data.contact === 'string' && 'contact' in eventData[type].shape) {
    const contact = readBoolean(data.contact);
    if (typeof contact === 'object') return contact;
    data.contact = contact;
  }
  if (typeof data.currency === 'string') data.currency = data.currency.toUpperCase();
  return { data };
};

const readWho = (columns: EventColumns, cells: readonly string[]): Who | Fault => {
  for (const field of ['customer', 'email'] as const) {
    const text = columns.cell(cells, field);
    if (text === '') continue;
    if (text.includes('@')) {
      const address = Address.safeParse(text.toLowerCase());
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
  const atText = columns.cell(cells, 'at');
  const at = readInstant(atText, options.dates);
  if (typeof at === 'object') return inColumn(columns, 'at', at);
  if (at < 0) return inColumn(columns, 'at', tooEarly(atText));
  if (at > options.now + 86_400_000) {
    return inColumn(columns, 'at', fault(`"${atText}" lies in the future`, 'Correct the date.'));
  }
  const read = readData(columns, cells, type, options.dates);
  if ('reason' in read) return read;
  const { data } = read;
  if (type === 'Order Completed' && typeof data.total === 'number' && data.total < 0) {
    const negative = fault(
      'an order cannot be worth less than nothing',
      'Record it as Order Refunded, or correct the amount.',
    );
    return inColumn(columns, 'total', negative);
  }
  // The contract allows it, for each part is optional; a row of a file that leaves all of them out has lost something.
  if (type === 'Usage Reported' && !['ratio', 'count', 'feature'].some((field) => field in data))
    return fault(`the cell "${columnName(columns, 'ratio') ?? 'ratio'}" is empty`, 'Fill it in.');
  const given = columns.cell(cells, 'id');
  const byText = columns.cell(cells, 'by');
  const by = byText === '' ? '' : byText.replace(/\p{Cc}/gu, ' ').slice(0, 120);
  const id = given || rowId(JSON.stringify([who, type, at, by, data]));
  complete(type, data, id);
  const event = SukiEvent.safeParse({
    id,
    source: CSV_SOURCE,
    subject: 'id' in who ? who.id : UNKNOWN,
    at,
    ...(by === '' ? {} : { by }),
    type,
    data,
  });
  if (event.success) return { who, id: given || undefined, event: event.data };
  const [issue] = event.error.issues;
  return eventFault(
    issue,
    (field) => columnName(columns, field),
    (field) => ({ id, at, by, ...data })[field],
  );
};
