import type { Page } from 'puppeteer-core';
import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { untilPanel } from '#test/real/panel-reader.ts';
import { hireRep, openOffice } from '#test/real/world.ts';
import type { BenchResult } from './result.ts';

const RUNS = 25;
const median = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** Milliseconds from the start of the navigation until `selector` stands in the page, told by the page's own clock. */
const timeUntil = async (page: Page, selector: string): Promise<number> => {
  // Nobody opens a panel while the one before is still closing.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await page.reload({ waitUntil: 'domcontentloaded' });
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(wanted)) {
            resolve((window as unknown as { shownAt?: number }).shownAt ?? performance.now());
            return true;
          }
          return false;
        };
        if (!look())
          new MutationObserver((_, observer) => look() && observer.disconnect()).observe(document, {
            subtree: true,
            childList: true,
          });
      }),
    selector,
  );
};

/** Notes when `selector` first stands in the page, from before any of its scripts run. */
const watchFor = (page: Page, selector: string) =>
  page.evaluateOnNewDocument((wanted) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(wanted)) return;
      Object.assign(window, { shownAt: performance.now() });
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  }, selector);

/**
 * Opening the panel beside an open mail until the customer's name stands in it, from the cache: the real side panel of
 * a real Chromium, the server stopped. Baseline: an extension page of plain HTML in the same browser.
 */
export const benchPanel = async (): Promise<BenchResult[]> => {
  const sample = sampleWorkspace({ seed: 1, now: Date.now() });
  const office = await openOffice(
    sample,
    (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })),
  );
  const rep = await hireRep(office, 'Mia');
  try {
    const known = new Set(sample.profiles.flatMap(({ profile }) => profile.addresses));
    const first = sample.conversations.find((c) => c.folder === 'inbox' && known.has(c.from.address));
    const page = await rep.page(`${office.serving().url}/demo#/c/${first?.id}`);
    const panel = await rep.panel(page);
    await untilPanel(panel, ({ shows }) => shows === 'customer', 20_000);
    await office.stop();
    const name = '[data-part="who"] h1';
    await watchFor(panel, name);
    const shown: number[] = [];
    for (let i = 0; i < RUNS; i++) shown.push(await timeUntil(panel, name));
    const bare = await rep.page(`chrome-extension://${rep.browser().extensionId}/icon/suki.svg`);
    const plain: number[] = [];
    for (let i = 0; i < RUNS; i++) plain.push(await timeUntil(bare, 'svg'));
    const [mine, base] = [median(shown), median(plain)];
    return [
      {
        name: 'panel opened to customer shown, from the cache, server stopped',
        figure: `median ${mine.toFixed(0)} ms of ${RUNS} (worst ${Math.max(...shown).toFixed(0)} ms)`,
        baseline: `a bare picture of the same extension: median ${base.toFixed(0)} ms`,
        ratio: `${(mine / base).toFixed(1)} x`,
        target: 'median under 150 ms',
        met: mine < 150,
      },
    ];
  } finally {
    await rep.leave();
    await office.remove();
  }
};
