import { createHash, randomBytes } from 'node:crypto';

/** A secret that cannot be guessed: 256 bits, safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored in place of a secret. No salt or stretching: the input has 256 bits of its own. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
