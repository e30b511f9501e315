import type { MiddlewareHandler } from 'hono';

const EXTENSION = /^(chrome-extension|moz-extension):\/\/[a-z0-9-]+$/i;

/**
 * Lets browser extensions in and no web page. A page of the server itself needs none of this. Which extension
 * it is does not matter: without a device's token there is nothing to get.
 */
export const extensionCors: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  const allowed = origin !== undefined && EXTENSION.test(origin);
  if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined) {
    c.header('Vary', 'Origin');
    if (allowed) {
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
      c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
      c.header('Access-Control-Max-Age', '600');
      if (c.req.header('Access-Control-Request-Private-Network') === 'true') {
        c.header('Access-Control-Allow-Private-Network', 'true');
      }
    }
    return c.body(null, 204);
  }
  await next();
  c.res.headers.append('Vary', 'Origin');
  if (allowed) {
    c.res.headers.set('Access-Control-Allow-Origin', origin);
    c.res.headers.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  }
};
