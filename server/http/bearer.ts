/** The token of an Authorization header, or undefined. */
export const bearerToken = (header: string | undefined): string | undefined =>
  header?.match(/^Bearer ([A-Za-z0-9_-]{20,200})$/i)?.[1];
