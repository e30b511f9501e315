/** What a pairing link says: `https://suki.example/pair/CODE`, also below a path. Null: not such a link. */
export const parsePairingLink = (text: string): { server: string; code: string } | null => {
  const link = text.trim();
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  const match = /^(.*)\/pair\/([\w-]{8,128})\/?$/.exec(url.pathname);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return match?.[2] && secure ? { server: url.origin + (match[1] ?? ''), code: match[2] } : null;
};

/** Without TLS a token would cross the network readable; only this machine's own server may be plain http. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/** A pairing link that was refused only because its server has no TLS. */
export const isPlainHttp = (text: string): boolean => {
  const link = text.trim();
  return /^http:/i.test(link) && parsePairingLink(link.replace(/^http:/i, 'https:')) !== null;
};
