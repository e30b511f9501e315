import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#scripts/chromium.ts';
import { bundleForPage } from '#test/real/corpus/bundle.ts';
import { corpora } from '#test/unit/detect/corpus/index.ts';
import { pages } from '#test/unit/detect/pages.ts';

/** How many addresses are planted in all. */
const PLANTS = 10_000;
const SEED = Date.now() % 1_000_000;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium here: npm run setup');
  browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.evaluate(await bundleForPage(join(import.meta.dirname, 'corpus/in-page.ts')));
});
afterAll(() => browser?.close());

type Wrong = { page: string; change: string; said: string };
const run = <T>(what: string, ...args: unknown[]): Promise<T> =>
  page.evaluate(`suki.${what}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`) as Promise<T>;

/** Pages by name may be chosen with CORPUS, for whoever works on one host. */
const chosen = pages.filter(({ name }) => name.startsWith(process.env.CORPUS ?? ''));

describe('the pages of the corpus, in a real browser', () => {
  it('are read as in the quick tests', async () => {
    for (const one of chosen) {
      const [kind, address] = one.truth.who.split(' ');
      expect([one.name, await run('read', one)]).toEqual([
        one.name,
        kind === 'one' ? `one ${address}` : kind,
      ]);
    }
  });

  it('make no host say anybody else, whichever thinks that page or address is its own', async () => {
    const urls = Object.fromEntries(corpora.map(({ host, pages: [first] }) => [host, first?.url ?? '']));
    const wrong: Wrong[] = [];
    for (const one of chosen) wrong.push(...(await run<Wrong[]>('cross', one, urls)));
    expect(wrong).toEqual([]);
  });

  it('with any one anchor dropped or renamed name the same person, or are not sure', async () => {
    const wrong: Wrong[] = [];
    let tried = 0;
    let same = 0;
    for (const one of chosen) {
      const result = await run<{ tried: number; same: number; wrong: Wrong[] }>('mutate', one);
      tried += result.tried;
      same += result.same;
      wrong.push(...result.wrong);
    }
    console.log(
      `${tried} changes on ${chosen.length} pages: ${same} the same answer, ${tried - same - wrong.length} not sure, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(chosen.length * 50);
    // Otherwise nothing would be held: a detector that is never sure cannot be wrong.
    expect(same / tried).toBeGreaterThan(0.5);
  });

  it(`never name somebody who was planted, at ${PLANTS} random places`, async () => {
    const each = Math.ceil(PLANTS / chosen.length);
    const wrong: Wrong[] = [];
    let same = 0;
    for (const [n, one] of chosen.entries()) {
      const result = await run<{ same: number; wrong: Wrong[] }>('fuzz', one, each, SEED + n * each);
      same += result.same;
      wrong.push(...result.wrong);
    }
    const all = each * chosen.length;
    console.log(
      `${all} plants from seed ${SEED}: ${same} the same answer, ${all - same - wrong.length} not sure, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(same / all).toBeGreaterThan(0.5);
  });
});
