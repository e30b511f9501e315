/**
 * Who is at the other end, behind `hops` proxies that are ours. Each of them adds whom it was asked by at the end of
 * `X-Forwarded-For`; what stands before that was written by whoever asked, and is not believed.
 * @param socket the address at the other end of the connection
 */
export const remoteOf = (hops: number, forwarded: string | undefined, socket: string): string => {
  const told = (forwarded ?? '').split(',').flatMap((part) => part.trim() || []);
  const chain = [...told, socket];
  return chain[Math.max(0, chain.length - 1 - hops)] ?? socket;
};
