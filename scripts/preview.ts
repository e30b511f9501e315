import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '#scripts/chromium.ts';

// Pictures of the panel and the options page in every state, for looking at:
//   node scripts/preview.ts [names…]     into a new folder under the system's temporary one, whose path it prints
// A picture whose content is wider than its window, that broke the page's content security policy, or whose first screen
// does not hold what matters first, is named.

type Shot = {
  name: string;
  fixture: string;
  width: number;
  height: number;
  theme: string;
  dir?: string;
  /** Where in the options page. */
  hash?: string;
  act?: string;
  /** A whole screen: who it is, why, what is owed and the title of what to do next have to be on it. */
  first?: boolean;
};

const panels = [
  'lead complaint quiet wait persian long offline advocate deal paused team pick pick-rejected stranger unpaired site-off unsupported miss miss-name loading no-storage refused conflict conflict-owner revoked storage-full busy',
].flatMap((names) => names.split(' '));
/** Tall enough for the whole story in one picture. */
const heights: Record<string, number> = {
  lead: 1250,
  complaint: 1450,
  quiet: 1100,
  wait: 1150,
  persian: 1200,
  long: 1450,
  offline: 1500,
  advocate: 1500,
  deal: 1400,
  paused: 1150,
  team: 1800,
};

const playbook = { fixture: 'options-admin', width: 800, height: 1400, theme: 'light' };
const play = '#playbook/play/welcome_newcomer';
/** The playbook's editor, as an admin and as a reader. */
const playbookShots: Shot[] = [
  ...['plays', 'numbers', 'stages', 'personas', 'history'].map((part) => ({
    ...playbook,
    name: `playbook-${part}`,
    hash: `#playbook/${part}`,
  })),
  { ...playbook, name: 'playbook-play', hash: play },
  ...['Words', 'When', 'For whom', 'How often', 'How much it counts', 'What it is'].map((chapter) => ({
    ...playbook,
    name: `playbook-${chapter.toLowerCase().replaceAll(' ', '-')}`,
    hash: play,
    act: `Change: ${chapter}`,
  })),
  { ...playbook, name: 'playbook-try', hash: play, act: 'Try it on today’s customers', theme: 'dark' },
  { ...playbook, name: 'playbook-hours', hash: '#playbook/numbers', act: 'Change: Hours', theme: 'dark' },
  {
    ...playbook,
    name: 'playbook-stage',
    hash: '#playbook/stages',
    act: 'Change: Getting started',
    width: 420,
  },
  { ...playbook, name: 'playbook-changed', hash: play, act: 'Suggest “Say hello as a person”', height: 900 },
  { ...playbook, name: 'playbook-narrow', hash: '#playbook/plays', width: 360, height: 900 },
  { ...playbook, name: 'playbook-narrow-when', hash: play, width: 360, act: 'Change: When', theme: 'dark' },
  { ...playbook, name: 'playbook-reader', fixture: 'options', hash: play },
  { ...playbook, name: 'playbook-rtl', hash: play, act: 'Change: For whom', dir: 'rtl' },
];

/** The page about the team, as an admin. */
const team = { fixture: 'options-admin', width: 800, height: 1000, theme: 'light' };
const bens = 'Browsers of \u2068Ben Cruz\u2069';
const teamShots: Shot[] = [
  { ...team, name: 'team-members', hash: '#team/members', act: bens },
  { ...team, name: 'team-members-dark', hash: '#team/members', theme: 'dark', width: 420, height: 1200 },
  {
    ...team,
    name: 'team-members-rtl',
    hash: '#team/members',
    dir: 'rtl',
    width: 360,
    height: 1300,
    act: bens,
  },
  { ...team, name: 'team-invite', hash: '#team/members', act: 'Invite somebody…', height: 800 },
  { ...team, name: 'team-remove', hash: '#team/members', act: 'Remove \u2068Ben Cruz\u2069', theme: 'dark' },
  { ...team, name: 'team-audit', hash: '#team/audit' },
  { ...team, name: 'team-audit-dark', hash: '#team/audit', theme: 'dark', width: 360, height: 1300 },
  { ...team, name: 'team-audit-rtl', hash: '#team/audit', dir: 'rtl', width: 420, height: 1200 },
];

const shots: Shot[] = [
  ...panels.map((fixture) => ({
    name: fixture,
    fixture,
    width: 360,
    height: heights[fixture] ?? 640,
    theme: 'light',
  })),
  ...['complaint', 'wait', 'quiet', 'lead', 'stranger', 'offline', 'advocate', 'deal', 'paused', 'team'].map(
    (fixture) => ({
      name: `${fixture}-dark`,
      fixture,
      width: 440,
      height: heights[fixture] ?? 640,
      theme: 'dark',
    }),
  ),
  ...['persian', 'complaint', 'pick', 'team-fa', 'advocate-fa', 'lead', 'quiet', 'paused', 'deal'].map(
    (fixture) => ({
      name: `${fixture}-rtl`,
      fixture,
      width: 360,
      height: heights[fixture.replace('-fa', '')] ?? 1300,
      theme: 'light',
      dir: 'rtl',
    }),
  ),
  { name: 'narrow', fixture: 'complaint', width: 320, height: 1500, theme: 'light' },
  ...['lead', 'complaint', 'quiet', 'paused', 'advocate', 'deal'].flatMap((fixture) =>
    [
      { name: `first-${fixture}`, theme: 'light' },
      { name: `first-${fixture}-dark`, theme: 'dark' },
      { name: `first-${fixture}-rtl`, theme: 'light', dir: 'rtl' },
    ].map((shot) => ({ ...shot, fixture, width: 360, height: 640, first: true })),
  ),
  { name: 'why', fixture: 'complaint', width: 360, height: 1700, theme: 'light', act: 'Why this?' },
  { name: 'draft', fixture: 'complaint', width: 360, height: 1400, theme: 'dark', act: 'Draft' },
  { name: 'snooze', fixture: 'complaint', width: 360, height: 900, theme: 'light', act: 'Snooze' },
  { name: 'dismiss', fixture: 'complaint', width: 360, height: 900, theme: 'dark', act: 'Not relevant' },
  ...['Worth', 'Person', 'Stages', 'Promises'].map((act) => ({
    name: `section-${act.toLowerCase()}`,
    fixture: 'advocate',
    width: 360,
    height: 1900,
    theme: 'light',
    act,
  })),
  {
    name: 'section-tags',
    fixture: 'advocate',
    width: 360,
    height: 1900,
    theme: 'light',
    act: 'Tags',
  },
  {
    name: 'section-tags-dark',
    fixture: 'deal',
    width: 320,
    height: 1700,
    theme: 'dark',
    act: 'Tags',
  },
  {
    name: 'section-tags-rtl',
    fixture: 'persian',
    width: 360,
    height: 1500,
    theme: 'light',
    dir: 'rtl',
    act: 'Tags',
  },
  { name: 'conflict-dark', fixture: 'conflict', width: 320, height: 640, theme: 'dark' },
  { name: 'conflict-rtl', fixture: 'conflict-owner', width: 360, height: 640, theme: 'light', dir: 'rtl' },
  { name: 'conflict-list', fixture: 'conflict', width: 360, height: 700, theme: 'dark', act: 'Look' },
  { name: 'section-deal', fixture: 'deal', width: 360, height: 1700, theme: 'dark', act: 'Deal' },
  {
    name: 'section-person-dark',
    fixture: 'advocate',
    width: 320,
    height: 1900,
    theme: 'dark',
    act: 'Person',
  },
  { name: 'details', fixture: 'wait', width: 360, height: 1400, theme: 'light', act: 'Details' },
  { name: 'else', fixture: 'wait', width: 360, height: 1000, theme: 'light', act: 'Other' },
  { name: 'more', fixture: 'team', width: 360, height: 800, theme: 'light', act: 'More for Ana Reyes' },
  { name: 'persona', fixture: 'team', width: 360, height: 800, theme: 'light', act: 'Shop owner 75 %' },
  { name: 'narrow-team', fixture: 'team', width: 320, height: 1900, theme: 'light' },
  { name: 'how', fixture: 'long', width: 360, height: 900, theme: 'light', act: 'How Suki knows: A guess' },
  { name: 'complain', fixture: 'wait', width: 360, height: 900, theme: 'light', act: 'Complaint' },
  { name: 'logged', fixture: 'wait', width: 360, height: 900, theme: 'light', act: 'Email' },
  { name: 'refused-list', fixture: 'refused', width: 360, height: 700, theme: 'dark', act: 'Look' },
  { name: 'parked', fixture: 'offline', width: 360, height: 700, theme: 'light', act: '2 refused' },
  ...['options', 'options-new', 'options-admin'].flatMap((fixture) => [
    { name: fixture, fixture, width: 800, height: 1700, theme: 'light' },
    { name: `${fixture}-narrow-dark`, fixture, width: 420, height: 2000, theme: 'dark' },
  ]),
  ...playbookShots,
  ...teamShots,
];

const serve = async () => {
  const root = join(import.meta.dirname, '../test/preview');
  const outDir = await mkdtemp(join(tmpdir(), 'suki-preview-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [tailwindcss()],
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // As in the extension: what tells zod not to compile code runs before any schema is made.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'data', test: /[\\/]zod[\\/]|[\\/]no-eval\.ts$/ }] } },
      },
    },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const stop = async () => {
    await server.close();
    await rm(outDir, { recursive: true });
  };
  return { base: server.resolvedUrls?.local[0], stop };
};

/** Presses the button of that name, as its text or its label says. */
const press = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const button = [...document.querySelectorAll<HTMLElement>('button, [role="switch"]')].find(
      (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
    );
    if (!button) throw new Error(`There is no button “${wanted}”.`);
    button.scrollIntoView({ block: 'center' });
    button.click();
  }, name);

/** What matters first and is not on the first screen, in the page. */
const belowTheFold = (): string[] => {
  const room = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
  return ['who', 'standing', 'context', 'action', 'wait'].flatMap((part) => {
    const box = document.querySelector(`[data-part="${part}"]`);
    // Of what to do, the title; the rest is read when one has decided to do it.
    const seen = part === 'action' || part === 'wait' ? box?.querySelector('h2') : box;
    const bottom = seen?.getBoundingClientRect().bottom ?? 0;
    return bottom > room ? [`below the first screen by ${Math.ceil(bottom - room)} px: ${part}`] : [];
  });
};

const take = async (browser: Browser, base: string, folder: string, shot: Shot): Promise<string[]> => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && faults.push(`${message.text()} ${message.location().url ?? ''}`),
  );
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.setViewport({ width: shot.width, height: shot.height, deviceScaleFactor: 2 });
  await page.goto(
    `${base}?fixture=${shot.fixture}&theme=${shot.theme}&dir=${shot.dir ?? 'ltr'}${shot.hash ?? ''}`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // What stands below the fold is painted a moment later.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => undefined));
  // The editor is fetched when it is opened.
  if (shot.hash) await page.waitForSelector('main nav ~ :not([role="status"])');
  if (shot.act) {
    await press(page, shot.act);
    await new Promise((done) => setTimeout(done, 350));
  }
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
      // Seen by screen readers only.
      .filter((one) => one.clientWidth > 1)
      // Cut short on purpose, with the whole in a title.
      .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
      .filter((one) => ['', 'none'].includes(getComputedStyle(one).webkitLineClamp))
      .map(
        (one) => `wider than its room: ${one.tagName.toLowerCase()}.${one.className.toString().slice(0, 60)}`,
      ),
  );
  const below = shot.first ? await page.evaluate(belowTheFold) : [];
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await page.close();
  return [...faults, ...wide, ...below].map((fault) => `${shot.name}: ${fault}`);
};

const main = async (): Promise<void> => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install it with: apt-get install chromium');
  const wanted = process.argv.slice(2);
  const { base, stop } = await serve();
  if (!base) throw new Error('The preview server did not say where it listens.');
  const folder = await mkdtemp(join(tmpdir(), 'suki-pictures-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    // A scrollbar takes its room from the panel, in pictures as in life.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ],
  });
  try {
    const faults: string[] = [];
    for (const shot of shots)
      if (wanted.length === 0 || wanted.includes(shot.name))
        faults.push(...(await take(browser, base, folder, shot)));
    for (const fault of faults) console.error(fault);
    console.log(`Pictures are in ${folder}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await stop();
  }
};

await main();
