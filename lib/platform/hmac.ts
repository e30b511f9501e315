/** HMAC-SHA-256 by the browser's own cryptography. @param key base64url */
export const hmac = async (key: string, text: string): Promise<Uint8Array> => {
  const raw = Uint8Array.fromBase64(key, { alphabet: 'base64url' });
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', raw, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
};
