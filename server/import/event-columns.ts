import type { EventType } from '#lib/contract/events.ts';
import { fieldsOf } from './event-fields.ts';
import { type Columns, plain, readHeader } from './header.ts';

/** What every event has, whatever its kind. */
const envelope = {
  id: ['id', 'event id', 'message id', 'activity id', 'record id'],
  customer: ['customer', 'customer id', 'user id', 'contact id', 'who id', 'client id'],
  email: ['email', 'e-mail', 'email address', 'customer email', 'contact email'],
  type: ['type', 'event', 'event type', 'event name', 'activity type'],
  at: [
    'at',
    'date',
    'timestamp',
    'time',
    'occurred at',
    'order date',
    'activity date',
    'created at',
    'create date',
  ],
  by: ['by', 'owner', 'agent', 'rep', 'assigned to'],
  data: ['data', 'properties'],
};

/** What other tools call a field of the data. Its own name is known in any case. */
const others: Readonly<Record<string, readonly string[]>> = {
  total: ['amount', 'revenue', 'price', 'value', 'order total', 'grand total'],
  currency: ['currency code'],
  order: ['order id', 'order number', 'order no', 'invoice', 'invoice number'],
  product: ['product name', 'item', 'sku'],
  text: ['note', 'notes', 'comment', 'comments', 'description', 'body', 'message'],
  about: ['topic'],
  subject: ['title'],
  ref: ['reference', 'ticket', 'ticket id', 'case', 'case id', 'case number'],
  rating: ['stars'],
  score: ['nps score', 'csat score'],
  kind: ['feedback kind'],
  plan: ['plan name'],
  renewsAt: ['renewal date'],
  until: ['paused until'],
  endsAt: ['trial end'],
  expiresAt: ['expiry date'],
  dueAt: ['due date', 'due'],
  url: ['link'],
  ratio: ['usage ratio'],
  count: ['quantity'],
  fully: ['answered fully'],
  minutes: ['duration minutes'],
};
/** Of a special day: "Date" is when it was noted, unless another column says that. */
const DAY_OF_MONTH = 'day of month';

const isMoment = (name: string): boolean => envelope.at.some((alias) => plain(alias) === plain(name));

const aliasesOf = (type: EventType, names: readonly string[]): Record<string, readonly string[]> => {
  const dated = names.some((name) => plain(name) !== 'date' && isMoment(name));
  const aliases: Record<string, readonly string[]> = { ...envelope };
  for (const field of fieldsOf(type).keys()) {
    if (field === 'date') aliases[field] = dated ? ['date', DAY_OF_MONTH] : [DAY_OF_MONTH];
    else aliases[field] = [field, ...(others[field] ?? [])];
  }
  return aliases;
};

/** What to call a column for this field. */
export const columnFor = (field: string): string => (field === 'date' ? DAY_OF_MONTH : field);

export type EventColumns = Columns<keyof typeof envelope> & {
  /** The columns as rows of this kind use them: an "Item" is a product of an order, and a question of a sale. */
  of: (type: EventType) => Columns<string>;
};

/** @param types those that the rows may have; a column that none of them uses is named as unused */
export const eventColumns = (names: readonly string[], types: readonly EventType[]): EventColumns => {
  const known = new Map<EventType, Columns<string>>();
  const of = (type: EventType): Columns<string> => {
    const columns = known.get(type) ?? readHeader(names, aliasesOf(type, names));
    known.set(type, columns);
    return columns;
  };
  const base = readHeader(names, envelope);
  const unused = types.reduce((left, type) => {
    const notHere = new Set(of(type).unused);
    return left.filter((name) => notHere.has(name));
  }, base.unused);
  return { ...base, unused, of };
};
