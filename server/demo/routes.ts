import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Conversation } from './conversation.ts';

/**
 * Everything comes from this server and nothing runs but these files. `data:` is the empty icon, which spares
 * a request for /favicon.ico.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page's modules by the name it asks for; their imports keep the `.ts` ending. */
const MODULES = new Map([
  ['app.js', 'app.ts'],
  ['views.ts', 'views.ts'],
  ['mailbox.ts', 'mailbox.ts'],
  ['dates.ts', 'dates.ts'],
]);
const FONTS = new Map([
  ['figtree.woff2', 'figtree-latin-wght-normal.woff2'],
  ['figtree-ext.woff2', 'figtree-latin-ext-wght-normal.woff2'],
]);

const page = (name: string): string => readFileSync(join(import.meta.dirname, 'page', name), 'utf8');
const require = createRequire(import.meta.url);

/**
 * The page's code without its types. Node prints a warning on the first call of stripTypeScriptTypes, that the
 * function may change; whoever starts the demo cannot act on that, so it is held back for just this call
 * (Node 26; drop this when the function is stable).
 */
const withoutTypes = (source: string): string => {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
};

/**
 * The demo inbox: a small webmail with the sample customers' mails, so that a newcomer sees the panel at work
 * without any account. It sends nothing and stores nothing. Mount it at the root: its paths start with /demo.
 */
export const demoRoutes = ({ conversations }: { conversations: Conversation[] }): Hono => {
  const app = new Hono();
  const made = new Map<string, string>();
  const script = (file: string): string => {
    const ready = made.get(file) ?? withoutTypes(page(file));
    made.set(file, ready);
    return ready;
  };

  app.use('/demo/*', async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-cache');
  });
  app.get('/demo', (c) =>
    c.html(page('index.html'), 200, { 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer' }),
  );
  app.get('/demo/', (c) => c.redirect('/demo'));
  app.get('/demo/conversations', (c) => c.json(conversations));
  app.get('/demo/style.css', (c) =>
    c.body(page('style.css'), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/demo/:file', (c) => {
    const file = c.req.param('file');
    const code = MODULES.get(file);
    if (code) return c.body(script(code), 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    const font = FONTS.get(file);
    if (!font) return c.notFound();
    const bytes = readFileSync(require.resolve(`@fontsource-variable/figtree/files/${font}`));
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'font/woff2' });
  });
  return app;
};
