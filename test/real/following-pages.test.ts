import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hireRep, type Office, openOffice, type Rep } from './world.ts';

// Pages of a webmail that nobody knows, in the ways that such pages go from mail to mail.

const mail = (name: string, attributes = '') =>
  `<section ${attributes}><dl><dt><span>From:</span></dt><dd><a href="mailto:${name}@cafe.example">${name}</a></dd><dt><span>To:</span></dt><dd>me</dd></dl><div class="message-body">Hello</div></section>`;
const page = (body: string, head = '') => `<!doctype html><head>${head}</head><body>${body}`;
const pages: Record<string, string> = {
  '/mail': page(`<main id="app">${mail('omar')}</main>`, '<style>.list section { display: none }</style>'),
  '/shadow': page(
    '<mail-app></mail-app><script>document.querySelector("mail-app").attachShadow({ mode: "open" })</script>',
  ),
  '/inner': page(mail('omar')),
  '/planted': page(mail('planted')),
  '/text': page(`${mail('omar')}<iframe src="/planted"></iframe>`),
};
/** Its frame is whole, and speaks, long before it is itself. */
const SLOW = '<!doctype html><div>All mails</div><iframe src="/inner"></iframe>';
const SLOW_MS = 600;

let server: Server;
let site: string;
let office: Office;
let rep: Rep;
let tab: Page;
let panel: Page;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url === '/outer') {
      response.write(SLOW.padEnd(2_000));
      setTimeout(() => response.end('<p>end</p>'), SLOW_MS);
    } else response.end(pages[url] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  office = await openOffice({ profiles: [], events: [] });
  rep = await hireRep(office, 'Mia');
  tab = await rep.page(`${site}/mail`);
  panel = await rep.panel(tab);
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  server?.closeAllConnections();
  server?.close();
});

const words = (): Promise<string> => panel.evaluate(() => document.body.innerText);
const names = (name: string) => expect.poll(words, { timeout: 60_000 }).toContain(`${name}@cafe.example`);
const namesNoMore = (name: string) =>
  expect.poll(words, { timeout: 60_000 }).not.toContain(`${name}@cafe.example`);

describe('a page that is open', () => {
  beforeEach(async () => {
    await tab.goto(`${site}/nothing`);
    await namesNoMore('omar');
    await tab.goto(`${site}/mail`);
    await names('omar');
  });

  it('is followed when it writes itself anew', async () => {
    await tab.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      page(`<main id="app">${mail('maria')}</main>`),
    );
    await names('maria');
    // What hears of changes of address went with the page before.
    await tab.evaluate((html) => {
      history.pushState(null, '', '#next');
      setTimeout(() => {
        document.body.innerHTML = html;
      }, 100);
    }, mail('lukas'));
    await names('lukas');
  });

  it('is followed when the whole of it is replaced', async () => {
    await tab.evaluate((html) => {
      const next = document.createElement('html');
      next.innerHTML = html;
      document.documentElement.replaceWith(next);
    }, mail('maria'));
    await names('maria');
    await tab.evaluate((html) => {
      document.body.innerHTML = html;
    }, mail('lukas'));
    await names('lukas');
  });

  it('is followed when a class around the mail brings the list back, and the mail again after a click', async () => {
    await tab.evaluate(() => {
      document.body.classList.add('list');
      addEventListener('click', () => setTimeout(() => document.body.classList.remove('list'), 900));
    });
    await namesNoMore('omar');
    await tab.mouse.click(5, 300);
    await names('omar');
  });

  it('is followed when a click hides the mail in a way that changes nothing around it', async () => {
    await tab.evaluate(() => {
      const style = document.head.appendChild(document.createElement('style'));
      addEventListener('click', () => {
        setTimeout(() => {
          style.textContent = 'section { display: none }';
        }, 900);
      });
    });
    await tab.mouse.click(5, 300);
    await namesNoMore('omar');
  });

  it('is followed when a value changes in its place, long after the address', async () => {
    await tab.evaluate(() => {
      history.pushState(null, '', '#2');
      setTimeout(() => {
        const link = document.querySelector('a');
        link?.setAttribute('href', 'mailto:maria@cafe.example');
        link?.replaceChildren('maria');
      }, 900);
    });
    await namesNoMore('omar');
    await names('maria');
  });
});

it('an open shadow root is followed when all in it is replaced', async () => {
  await tab.goto(`${site}/shadow`);
  for (const name of ['omar', 'maria']) {
    await tab.evaluate((html) => {
      const root = document.querySelector('mail-app')?.shadowRoot;
      if (root) root.innerHTML = html;
    }, mail(name));
    await names(name);
  }
});

it('a frame that speaks before the page around it is heard, also after a reload', async () => {
  await tab.goto(`${site}/outer`);
  await names('omar');
  for (let times = 0; times < 2; times += 1) {
    await tab.goto(`${site}/planted`);
    await names('planted');
    await tab.goto(`${site}/outer`);
    await names('omar');
    await tab.reload();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await names('omar');
  }
});

it('a frame that is but the text of a mail does not displace who wrote it', async () => {
  await tab.goto(`${site}/text`);
  await names('omar');
  // Both have spoken.
  await expect.poll(async () => (await heard()).includes('planted@'), { timeout: 60_000 }).toBe(true);
  expect(await words()).toContain('omar@cafe.example');
  expect(await words()).not.toContain('planted@cafe.example');
});

/** All that is held of what pages said. */
const heard = (): Promise<string> =>
  panel.evaluate(async () => {
    const held = Object.entries(await chrome.storage.session.get(null));
    return JSON.stringify(held.filter(([key]) => key.startsWith('view:')));
  });

it('a site that is turned off is read no more in an open tab, and is again when it is on', async () => {
  await tab.goto(`${site}/mail`);
  await names('omar');
  const origins = ['http://127.0.0.1/*'];
  expect(await panel.evaluate((sites) => chrome.permissions.remove({ origins: sites }), origins)).toBe(true);
  await expect.poll(heard).toBe('[]');
  await tab.evaluate((html) => {
    document.body.innerHTML = html;
  }, mail('maria'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await heard()).toBe('[]');
  await rep.browser().grant(origins);
  await expect.poll(heard, { timeout: 60_000 }).toContain('maria@');
});
