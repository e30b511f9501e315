import type { Context } from 'hono';
import type { ErrorAnswer, ErrorCode } from '#lib/contract/sync.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 426 | 429 | 500 | 503;

const STATUS: Record<ErrorCode, Status> = {
  unauthorised: 401,
  'token-expired': 401,
  'device-revoked': 401,
  forbidden: 403,
  invalid: 422,
  'not-found': 404,
  'pairing-used': 409,
  'pairing-expired': 410,
  'pairing-unknown': 404,
  'client-forked': 409,
  'mutation-gap': 409,
  'epoch-changed': 409,
  'cursor-ahead': 409,
  'cursor-too-old': 410,
  'scopes-changed': 409,
  'too-large': 413,
  'upgrade-required': 426,
  busy: 503,
  'too-many': 429,
  internal: 500,
};

/** What the caller sees, and what they can do about it. */
const TEXT: Record<ErrorCode, { message: string; mend: string }> = {
  unauthorised: { message: 'This device is not signed in here.', mend: 'Pair it again with a new link.' },
  'token-expired': {
    message: 'The token of this device has ended.',
    mend: 'Ask for a new one with it: POST /devices/self/token.',
  },
  'device-revoked': {
    message: 'An admin has signed this device out.',
    mend: 'Pair it again with a new link.',
  },
  forbidden: { message: 'Your role or this device may not do that.', mend: 'Ask an admin.' },
  invalid: { message: 'The request could not be read.', mend: 'Correct what the message names.' },
  'not-found': { message: 'There is nothing here.', mend: 'Check the address.' },
  'pairing-used': {
    message: 'This pairing link was used before.',
    mend: 'Ask for a new one; each works once.',
  },
  'pairing-expired': { message: 'This pairing link is no longer valid.', mend: 'Ask for a new one.' },
  'pairing-unknown': {
    message: 'This pairing link is unknown here.',
    mend: 'Copy the whole link again, or ask for a new one.',
  },
  'client-forked': {
    message: 'Another copy of this browser profile sent something else under the same number.',
    mend: 'Take a new client id and number the waiting mutations anew.',
  },
  'mutation-gap': {
    message: 'A mutation before this one has not arrived.',
    mend: 'Send from the one after lmid on.',
  },
  'epoch-changed': {
    message: 'This server has begun a new history.',
    mend: 'Say hello, push the kept mutations again, then load a snapshot.',
  },
  'cursor-ahead': {
    message: 'This device has seen changes that the server does not know: it was probably restored.',
    mend: 'Push the kept mutations again, then load a snapshot.',
  },
  'cursor-too-old': {
    message: 'This device was away for so long that what has gone since is no longer known.',
    mend: 'Load a snapshot, and forget what is not in it.',
  },
  'scopes-changed': {
    message: 'This device may follow other customers than before.',
    mend: 'Say hello, then load a snapshot.',
  },
  'too-large': { message: 'The request is too large.', mend: 'Send it in smaller parts.' },
  'upgrade-required': {
    message: 'This version speaks a language that the server no longer knows, or does not know yet.',
    mend: 'Update the extension or the server.',
  },
  busy: { message: 'Too much at once.', mend: 'Try again in a moment.' },
  'too-many': { message: 'More requests than one device needs.', mend: 'Wait as long as Retry-After says.' },
  internal: {
    message: 'Something went wrong on the server.',
    mend: 'Try again; the log has the request id.',
  },
};

/** Ends a request with an error of the contract. Thrown anywhere, answered in one place. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: ErrorCode;
  readonly status: Status;
  readonly mend: string;
  readonly lmid: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    more: { message?: string; mend?: string; status?: Status; lmid?: number; retryAfter?: number } = {},
  ) {
    super(more.message ?? TEXT[code].message);
    this.code = code;
    this.status = more.status ?? STATUS[code];
    this.mend = more.mend ?? TEXT[code].mend;
    this.lmid = more.lmid;
    this.retryAfter = more.retryAfter;
  }
}

export const answerRefused = (c: Context, refused: Refused): Response => {
  const { code, message, mend, lmid } = refused;
  const body: ErrorAnswer = {
    error: { code, message, mend, ...(lmid === undefined ? {} : { lmid }) },
  };
  if (refused.retryAfter !== undefined) c.header('Retry-After', String(refused.retryAfter));
  return c.json(body, refused.status);
};
