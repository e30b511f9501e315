import type { z } from 'zod';
import type { ControlFile } from '../control.ts';
import { OperatorError } from '../store/errors.ts';

/** Asks a running server something over its control routes. @param path below `/control` */
export const ask = async <T>(
  control: ControlFile,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  answer: z.ZodType<T>,
  body?: unknown,
): Promise<T> => {
  const response = await fetch(`${control.url}/control${path}`, {
    method,
    headers: { Authorization: `Bearer ${control.token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new OperatorError(`The running server refused this (${response.status}).`, 'See its log.');
  }
  return answer.parse(await response.json());
};
