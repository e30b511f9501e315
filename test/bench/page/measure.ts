import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { z } from 'zod';
import { browsers } from '#scripts/browsers.ts';
import type { Contestant } from './contestants.ts';
import { writeExtension } from './contestants.ts';
import { addressOf, type Kind, mailPage } from './mail-page.ts';

export type Load = { nodes: number; perSecond: number; seconds: number; open: number };
/**
 * One turn of a contestant's own on the page's main thread: ms of the processor's time, and ms that passed, which on a busy
 * machine has the turns of other processes in it.
 */
export type Run = { spent: number; passed: number };
/** `busy`: the page's main thread in ms per second, whoever's work it is. */
export type Cost = { busy: number; runs: Run[] };

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      tid: z.number(),
      pid: z.number(),
      args: z
        .object({ data: z.object({ url: z.string().optional() }).loose().optional() })
        .loose()
        .optional(),
    }),
  ),
});

/** How long the scripts of extensions held the page up, run by run: what runs inside of another run counts once. */
const runsOf = (trace: Uint8Array): Run[] => {
  const { traceEvents } = Trace.parse(JSON.parse(new TextDecoder().decode(trace)));
  const ours = traceEvents
    .filter(({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'))
    .map(({ ts, dur = 0, tdur = dur, pid, tid }) => ({
      ts,
      end: ts + dur,
      spent: tdur,
      thread: `${pid} ${tid}`,
    }))
    .sort((a, b) => a.ts - b.ts);
  const ends = new Map<string, number>();
  return ours.flatMap(({ ts, end, spent, thread }) => {
    if (ts < (ends.get(thread) ?? 0)) return [];
    ends.set(thread, end);
    return [{ spent: spent / 1_000, passed: (end - ts) / 1_000 }];
  });
};

const metric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
};

/** A browser with one contestant in it; `open` serves a page of so many elements where Gmail would stand. */
export type Stage = {
  open: (nodes: number, kind?: Kind) => Promise<Page>;
  cost: (page: Page, load: Load) => Promise<Cost>;
  /** Whether the library that is measured said that it is at work. */
  isAtWork: (page: Page) => Promise<boolean>;
  /** The page's heap after a collection, in bytes. */
  heap: (page: Page) => Promise<number>;
  close: () => Promise<void>;
};

export const setStage = async (contestant: Contestant): Promise<Stage> => {
  const executablePath = browsers.chromium.find();
  if (executablePath === undefined) throw new Error('there is no Chromium here; `npm run setup` brings one');
  const dir = mkdtempSync(join(tmpdir(), 'suki-bench-page-'));
  const extension = await writeExtension(contestant, dir);
  const browser: Browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: true,
    userDataDir: join(dir, 'profile'),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  if (extension) await browser.installExtension(extension);
  return {
    open: async (nodes, kind = 'mail') => {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isPage = request.isNavigationRequest() && request.url().startsWith(addressOf(kind));
        void (isPage
          ? request.respond({ contentType: 'text/html; charset=utf-8', body: mailPage(nodes, kind) })
          : request.abort());
      });
      await page.goto(addressOf(kind), { waitUntil: 'load' });
      // Libraries install themselves first; that is not what is measured.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return page;
    },
    cost: async (page, { perSecond, seconds, open }) => {
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      await page.tracing.start({ categories: ['devtools.timeline'] });
      const before = await metric(session, 'TaskDuration');
      await page.evaluate(`live(${perSecond}, ${open}, ${seconds})`);
      const after = await metric(session, 'TaskDuration');
      const trace = await page.tracing.stop();
      await session.detach();
      if (!trace) throw new Error('the browser kept no trace');
      return { busy: ((after - before) * 1_000) / seconds, runs: runsOf(trace) };
    },
    isAtWork: async (page) => (await page.evaluate('document.documentElement.dataset.atWork')) === 'yes',
    heap: async (page) => {
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      await session.send('HeapProfiler.collectGarbage');
      const used = await metric(session, 'JSHeapUsedSize');
      await session.detach();
      return used;
    },
    close: async () => {
      await browser.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
