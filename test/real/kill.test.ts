import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoRoutes } from '#server/demo/routes.ts';
import { purge } from '#server/jobs/purge.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { browserName } from './built.ts';
import { untilPanel } from './panel-reader.ts';
import { hireRep, type Office, openOffice, type Rep } from './world.ts';

/** Of each of two browsers. The cache is the same code in both; Firefox takes twice as long to start. */
const KILLS = browserName === 'firefox' ? 4 : 10;
/** Of those of the first, without a server that could confirm. */
const AWAY = 3;
const DAY = 86_400_000;

const sample = sampleWorkspace({ seed: 1, now: Date.now() });
const known = sample.conversations.flatMap((conversation) => {
  const customer = sample.profiles.find(({ profile }) =>
    profile.addresses.includes(conversation.from.address),
  );
  return customer ? [{ conversation, customer }] : [];
});
const [first] = known;
if (!first) throw new Error('the sample has no customer who writes');
const { conversation, customer } = first;

let office: Office;
let mia: Rep;
let ben: Rep;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const until = async (holds: () => Promise<boolean>, ms: number, words: string): Promise<void> => {
  for (const end = Date.now() + ms; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${words}`);
};

/** The panel beside the customer's mail. */
const open = async (rep: Rep, url: string): Promise<Page> => {
  const beside = await rep.panel(await rep.page(url));
  await untilPanel(
    beside,
    (seen) => seen.shows === 'customer' && seen.name === customer.profile.name,
    30_000,
  );
  return beside;
};

/** Writes a note and presses the button; resolves as soon as it is shown. */
const note = async (panel: Page, words: string): Promise<void> => {
  await panel.waitForSelector('[data-part="log"] button');
  await panel.evaluate(async (text) => {
    const part = document.querySelector('[data-part="log"]');
    const field = part?.querySelector('input');
    const button = [...(part?.querySelectorAll('button') ?? [])].find((one) => one.textContent === 'Note');
    if (!field || !button) throw new Error('there is nothing to log with');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const shown = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-part="context"]')?.textContent?.includes(text)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    button.click();
    await shown;
  }, words);
};

/** The notes on the server that begin so, sorted. */
const onServer = async (begin: string): Promise<string[]> => {
  const rows = await office
    .serving()
    .store.read((tx) =>
      tx.selectFrom('events').select('data').where('type', '=', 'Touchpoint Logged').execute(),
    );
  const words = rows.map(({ data }) => data.match(new RegExp(`${begin}[\\w -]*`))?.[0]);
  return words.flatMap((word) => word ?? []).sort();
};

beforeAll(async () => {
  office = await openOffice(
    sample,
    (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })),
  );
  [mia, ben] = await Promise.all([hireRep(office, 'Mia'), hireRep(office, 'Ben')]);
});
afterAll(async () => {
  await Promise.all([mia, ben].map((rep) => rep?.leave()));
  await office?.remove();
});

it(`two browsers, each killed ${KILLS} times between a click and its confirmation, send every click exactly once`, {
  timeout: 600_000,
}, async () => {
  const start = Date.now();
  const url = `${office.serving().url}/demo#/c/${conversation.id}`;
  const clicked: string[] = [];
  const alive = new Map<Rep, boolean>([
    [mia, true],
    [ben, true],
  ]);
  /** One life: from the start to a click, and a little on. */
  const live = async (rep: Rep, words: string, confirms: boolean): Promise<void> => {
    if (!alive.get(rep)) await rep.restart();
    const panel = await open(rep, url);
    if (!confirms) await office.stop();
    await note(panel, words);
    clicked.push(words);
    // From at once to after the confirmation.
    await sleep(((clicked.length * 37) % 5) * 30);
    await rep.cutPower();
    alive.set(rep, false);
    if (!confirms) await office.start();
  };
  // At first there is no server to confirm the clicks.
  for (let life = 0; life < AWAY; life += 1) await live(mia, `note of Mia ${life}-`, false);
  const rest = async (rep: Rep, name: string, from: number): Promise<void> => {
    for (let life = from; life < KILLS; life += 1) await live(rep, `note of ${name} ${life}-`, true);
    await rep.restart();
    await open(rep, url);
  };
  await Promise.all([rest(mia, 'Mia', AWAY), rest(ben, 'Ben', 0)]);
  await until(
    async () => (await onServer('note of ')).length >= clicked.length,
    90_000,
    'all notes on the server',
  );
  await sleep(1_500);
  expect(await onServer('note of ')).toEqual(clicked.toSorted());
  const seconds = ((Date.now() - start) / 1_000).toFixed(1);
  console.log(`killed ${2 * KILLS} times, ${AWAY} of them without the server: ${seconds} s`);
});

it('a browser that was away for 91 days sends what it had kept, although its token was over and results were forgotten', {
  timeout: 600_000,
}, async () => {
  const url = `${office.serving().url}/demo#/c/${conversation.id}`;
  const panel = await open(mia, url);
  await office.stop();
  await note(panel, 'kept for a quarter -');
  await mia.cutPower();
  await office.start();
  const { store } = office.serving();
  // Everything that the server knows a time of becomes 91 days older.
  await store.write(async (tx) => {
    const { id } = await tx
      .selectFrom('members')
      .select('id')
      .where('name', '=', 'Mia')
      .executeTakeFirstOrThrow();
    const ago = (at: number) => at - 91 * DAY;
    for (const device of await tx.selectFrom('devices').selectAll().where('member_id', '=', id).execute())
      await tx
        .updateTable('devices')
        .set({
          last_seen_at: ago(device.last_seen_at),
          token_until: device.token_until === null ? null : ago(device.token_until),
        })
        .where('id', '=', device.id)
        .execute();
    await tx
      .updateTable('mutations')
      .set((e) => ({ settled_at: e('settled_at', '-', 91 * DAY) }))
      .execute();
    await tx
      .updateTable('client_mutations')
      .set((e) => ({ settled_at: e('settled_at', '-', 91 * DAY) }))
      .execute();
  });
  await purge(store, Date.now());
  await mia.restart();
  await open(mia, url);
  await until(async () => (await onServer('kept for')).length > 0, 60_000, 'the note of a quarter ago');
  await sleep(1_500);
  expect(await onServer('kept for')).toEqual(['kept for a quarter -']);
});

it('a browser that an admin signs out forgets the customers within seconds, and says so', {
  timeout: 600_000,
}, async () => {
  const panel = await open(ben, `${office.serving().url}/demo#/c/${conversation.id}`);
  const { store } = office.serving();
  const device = await store.read((tx) =>
    tx
      .selectFrom('devices')
      .innerJoin('members', 'members.id', 'devices.member_id')
      .select('devices.id')
      .where('members.name', '=', 'Ben')
      .executeTakeFirstOrThrow(),
  );
  await store.write((tx) =>
    tx.updateTable('devices').set({ revoked_at: Date.now() }).where('id', '=', device.id).execute(),
  );
  const start = Date.now();
  await untilPanel(
    panel,
    (seen) => seen.shows === 'notice' && seen.title.includes('signed this browser out'),
    60_000,
  );
  console.log(`signed out: told after ${Date.now() - start} ms`);
  const held = await panel.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('suki-cache-3');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['packs', 'rows']);
          const counts = ['packs', 'rows'].map((name) => tx.objectStore(name).count());
          tx.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
        };
      }),
  );
  expect(held).toBe(0);
});
