import type { z } from 'zod';
import { ErrorAnswer } from '#lib/contract/sync.ts';
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
    const told = ErrorAnswer.safeParse(await response.json().catch(() => null)).data?.error;
    // What went wrong inside is told by its log alone.
    if (told?.mend && response.status < 500) throw new OperatorError(told.message, told.mend);
    throw new OperatorError(`The running server refused this (${response.status}).`, 'See its log.');
  }
  return answer.parse(await response.json());
};
