import type { MiddlewareHandler } from 'hono';
import { Refused } from './errors.ts';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

const invalid = (message: string, mend: string): Refused =>
  new Refused('invalid', { status: 400, message, mend });

/** Says which of three is wrong with what was posted: that it is not called JSON, that it is empty, or where it is no JSON. */
export const jsonOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'POST') return next();
  if (!JSON_TYPE.test(c.req.header('Content-Type') ?? ''))
    throw invalid(
      'The body is not said to be JSON.',
      'Send it with the header content-type: application/json.',
    );
  const text = await c.req.text();
  if (text.trim() === '') throw invalid('The body is empty.', 'Send what /openapi.json describes.');
  try {
    JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read';
    throw invalid(`The body is no JSON: ${where}`, 'Correct that place.');
  }
  await next();
};
