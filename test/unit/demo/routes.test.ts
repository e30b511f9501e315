import { describe, expect, it } from 'vitest';
import { demoRoutes } from '#server/demo/routes.ts';

const app = demoRoutes({ conversations: [] });
const get = async (path: string) => app.request(path);

describe('the demo inbox', () => {
  it('lets the page run its own files and nothing else', async () => {
    const policy = (await get('/demo')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('holds no inline script or style and points at no other server', async () => {
    const html = await (await get('/demo')).text();
    expect(html).toContain('<main data-suki-demo="1" data-self="support@shop.example"');
    expect(html).not.toMatch(/<style|style=|\son\w+=|https?:\/\//);
    expect(html.match(/<script[^>]*>[^<]/)).toBeNull();
    expect(await (await get('/demo/style.css')).text()).not.toMatch(/@import|https?:/);
  });

  it('serves every file that the page and its scripts ask for', async () => {
    const html = await (await get('/demo')).text();
    const css = await (await get('/demo/style.css')).text();
    const wanted = new Set([...`${html}${css}`.matchAll(/["(](\/demo\/[\w.-]+)/g)].map((m) => m[1] ?? ''));
    const scripts = new Set(['/demo/app.js']);
    for (const path of scripts) {
      const code = await (await get(path)).text();
      for (const [, name] of code.matchAll(/from\s+'\.\/([\w.-]+)'/g)) scripts.add(`/demo/${name}`);
    }
    expect(scripts.size).toBeGreaterThan(3);
    for (const path of [...wanted, ...scripts]) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('serves its scripts as JavaScript that a browser can parse', async () => {
    for (const file of ['app.js', 'views.ts', 'mailbox.ts', 'dates.ts']) {
      const answer = await get(`/demo/${file}`);
      expect(answer.headers.get('content-type')).toContain('text/javascript');
      const code = await answer.text();
      expect(code).not.toMatch(/import type|: string\b/);
    }
  });

  it('is found with a slash at its end, too', async () => {
    expect((await get('/demo/')).headers.get('location')).toBe('/demo');
  });

  it('knows no other files', async () => {
    for (const path of [
      '/demo/routes.ts',
      '/demo/app.ts',
      '/demo/..%2froutes.ts',
      '/demo/constructor',
      '/demo/toString',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});
