import { z } from 'zod';
import { type EventType, eventData } from '#lib/contract/events.ts';
import { Instant } from '#lib/contract/primitives.ts';

/** How the cell of a field is read. */
export type Reading = 'text' | 'number' | 'instant' | 'truth';

const readingOf = (schema: unknown): Reading | null => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return readingOf(schema.unwrap());
  if (schema === Instant) return 'instant';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'truth';
  if (schema instanceof z.ZodLiteral) return schema.value === true ? 'truth' : typeOf(schema.value);
  if (schema instanceof z.ZodUnion) return readingOf(schema.options[0]);
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodURL)
    return 'text';
  return null;
};

const typeOf = (value: unknown): Reading => (typeof value === 'number' ? 'number' : 'text');

const known = new Map<EventType, ReadonlyMap<string, Reading>>();

/** What of a kind of event fits into a cell, and how it is read there; lists and what is nested do not. */
export const fieldsOf = (type: EventType): ReadonlyMap<string, Reading> => {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map(
    Object.entries(eventData[type].shape).flatMap(([field, schema]): [string, Reading][] => {
      const reading = readingOf(schema);
      return reading ? [[field, reading]] : [];
    }),
  );
  known.set(type, fields);
  return fields;
};
