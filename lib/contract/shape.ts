import { z } from 'zod';

/** What a field of a schema takes: enough to draw a form for it with the contract's own bounds. */
export type Shape = { key: string; optional: boolean } & (
  | { kind: 'number'; min: number | null; max: number | null; whole: boolean }
  | { kind: 'text'; max: number | null }
  | { kind: 'truth' }
  | { kind: 'choice'; options: readonly string[] }
  /** Any of `options`; null: free words. */
  | { kind: 'several'; options: readonly string[] | null }
);

const isReal = (bound: number | null | undefined): number | null =>
  bound === null || bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound;

const shapeOf = (key: string, schema: unknown, optional = false): Shape | null => {
  if (schema instanceof z.ZodOptional) return shapeOf(key, schema.unwrap(), true);
  if (schema instanceof z.ZodDefault) return shapeOf(key, schema.unwrap(), optional);
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue, format } = schema;
    return {
      ...{ key, optional, kind: 'number', whole: format === 'safeint' },
      ...{ min: isReal(minValue), max: isReal(maxValue) },
    };
  }
  if (schema instanceof z.ZodString) return { key, optional, kind: 'text', max: schema.maxLength };
  if (schema instanceof z.ZodBoolean) return { key, optional, kind: 'truth' };
  if (schema instanceof z.ZodEnum)
    return { key, optional, kind: 'choice', options: schema.options.map((option) => `${option}`) };
  if (schema instanceof z.ZodArray) {
    const each = shapeOf(key, schema.element);
    return { key, optional, kind: 'several', options: each?.kind === 'choice' ? each.options : null };
  }
  return null;
};

/** The fields of an object's schema that a form can draw, in their order; literals and nested objects are left out. */
export const shapesOf = (schema: z.ZodObject): Shape[] =>
  Object.entries(schema.shape).flatMap(([key, field]) => shapeOf(key, field) ?? []);

/** The variants of a union by the literal under `by`, each with its fields. */
export const variantsOf = (
  options: readonly z.ZodObject[],
  by: string,
): { name: string; fields: Shape[] }[] =>
  options.flatMap((option) => {
    const literal: unknown = option.shape[by];
    return literal instanceof z.ZodLiteral ? [{ name: String(literal.value), fields: shapesOf(option) }] : [];
  });
