import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashAddress, readFilters } from '#server/filter.ts';
import { letters, openDemoOffice, ownerOf } from './demo-inbox.ts';
import { untilPanel } from './panel-reader.ts';
import { openWiretap, type Wiretap } from './wiretap.ts';
import { hireRep, type Office, type Rep } from './world.ts';

const customers = letters.filter(({ from }) => ownerOf(from.address));
const known = customers.slice(0, 12);
/** A customer whom nobody asks for before the server is away. */
const away = customers.at(-1);
const strangers = letters.filter(({ from }) => !ownerOf(from.address));
/** So many customers a device holds in the second part; the newest changed are among them, whatever this says. */
const FEW = 20;

let office: Office;
let tap: Wiretap;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  office = await openDemoOffice();
  tap = await openWiretap(office.serving().url);
  rep = await hireRep(office, 'Mia', { server: tap.url });
  page = await rep.page(`${office.serving().url}/demo`);
  panel = await rep.panel(page);
});
afterAll(async () => {
  await rep?.leave();
  await tap?.close();
  await office?.remove();
});

const show = async (id: string): Promise<void> => {
  await page.goto(`${office.serving().url}/demo#/c/${id}`);
  await page.reload();
};
/** Opens each conversation and waits until the panel knows who that is. */
const seeAll = async (some: typeof letters): Promise<void> => {
  for (const { id, from } of some) {
    await show(id);
    const customer = ownerOf(from.address);
    await untilPanel(
      panel,
      (seen) =>
        customer
          ? seen.shows === 'customer' && seen.name === customer.profile.name
          : seen.shows === 'stranger' && seen.address === from.address && !seen.doubtful,
      20_000,
    );
  }
};
/** Ways in which an address could be told. */
const tracesOf = (address: string): string[] => {
  const [local = ''] = address.split('@');
  return [
    address,
    encodeURIComponent(address),
    Buffer.from(address).toString('base64').replace(/=+$/, ''),
    Buffer.from(address).toString('hex'),
    // Short names stand in other words as well.
    ...(local.length > 5 ? [`${local}@`, `${local}%40`] : []),
  ];
};
const told = (traces: readonly string[]): string[] => {
  const all = tap.sent().join('\n').toLowerCase();
  return traces.filter((trace) => all.includes(trace.toLowerCase()));
};
const asked = (): number => tap.sent().filter((request) => request.startsWith('POST /sync/find')).length;

describe('what leaves the browser about the people in the mails', () => {
  it('[S80] nothing at all while it holds every customer', async () => {
    expect([known.length > 5, strangers.length > 1]).toEqual([true, true]);
    await seeAll([...known, ...strangers]);
    const everybody = [...known, ...strangers].map(({ from }) => from.address);
    expect(told(everybody.flatMap(tracesOf))).toEqual([]);
    expect(asked()).toBe(0);
  });

  it('[S81] [S82] of strangers nothing, of customers a keyed hash, once it holds only some', async () => {
    await office.stop();
    // Nobody has changed since they came, so that the newest changed would be everybody: these few are all that is known.
    await office.start(FEW);
    const filter = async () => (await office.serving().store.read(readFilters)).inUse;
    await expect.poll(filter, { timeout: 60_000 }).not.toBeNull();
    const key = (await filter())?.key ?? '';
    // Another way to the same place: what the device holds is loaded anew.
    await panel.reload();
    const isPartly = () => tap.sent().some((request) => request.includes('/added?after='));
    await expect.poll(isPartly, { timeout: 90_000 }).toBe(true);
    await seeAll([...strangers, ...known]);
    expect(asked()).toBeGreaterThan(0);
    const strangersTraces = strangers.flatMap(({ from }) => [
      ...tracesOf(from.address),
      hashAddress(key, from.address),
    ]);
    expect(told(strangersTraces)).toEqual([]);
    expect(told(known.flatMap(({ from }) => tracesOf(from.address)))).toEqual([]);
  });

  it('[S81] without the server a stranger is still a stranger, and a customer whom it does not hold is in doubt', async () => {
    await office.stop();
    const [stranger] = strangers;
    if (!stranger || !away) throw new Error('the sample has too few people');
    // The page itself came from the server, so the next conversation is opened in it as it stands.
    const turnTo = (id: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, `#/c/${id}`);
    const shows = (address: string, doubtful: boolean) =>
      untilPanel(
        panel,
        (seen) => seen.shows === 'stranger' && seen.address === address && seen.doubtful === doubtful,
        20_000,
      );
    await turnTo(stranger.id);
    await shows(stranger.from.address, false);
    await turnTo(away.id);
    await shows(away.from.address, true);
  });
});
