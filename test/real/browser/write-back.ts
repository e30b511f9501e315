import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { SukiEvent } from '#lib/contract/events.ts';
import { customers } from '#test/real/mails/index.ts';
import { asCustomers, type Office, type Sample } from '#test/real/world.ts';

/** All that may get lost on the way: markup, quotes, an empty line, letters of two directions, a character outside the first plane. */
export const TEXT = [
  'Hello <b>Maria</b> & "friends",',
  '',
  "I've looked into it myself 🌻 سلام دوست عزیز",
  'Rita',
].join('\n');

/** Maria, who complained a moment ago: the panel suggests a mail to her, with a text to start from. */
export const complaining = (now: number): Sample => {
  const { profiles } = asCustomers([customers.maria, customers.somchai], now);
  const events = profiles.map(
    ({ id }, n): SukiEvent => ({
      id: `00000000-0000-4000-8000-00000000000${n}`,
      source: 'test',
      subject: id,
      at: now - 3_600_000,
      type: 'Complaint Raised',
      data: { ref: `complaint-${n}`, about: 'late delivery' },
    }),
  );
  return { profiles, events };
};

export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  ms = 15_000,
): Promise<T> => {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(50);
  }
};

/** Presses a button of the panel with the mouse, so that the focus goes where a rep's would. */
const press = async (panel: Page, name: string): Promise<void> => {
  const button = await panel.waitForSelector(
    `::-p-xpath(//main//button[normalize-space()="${name}"][not(@disabled)])`,
    {
      timeout: 10_000,
    },
  );
  await button?.click();
};

/** Writes `text` into the suggestion's draft and presses "Insert"; resolves with what the panel said. */
export const insertDraft = async (panel: Page, text: string): Promise<string> => {
  // The draft that was begun comes back with its customer; the first time it is opened.
  const field = await until('the draft', async () => {
    const open = await panel.$('[data-part="action"] textarea');
    if (!open) await press(panel, 'Draft').catch(() => {});
    return open;
  });
  await field.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  // The message of the time before goes with the press.
  await panel.evaluate(() => {
    document.querySelector<HTMLElement>('[data-part="toast"] button:last-child')?.click();
  });
  await until('no message', async () => !(await panel.$('[data-part="toast"]')));
  await press(panel, 'Insert');
  return until('a word of the panel about it', () =>
    panel.evaluate(
      () =>
        document.querySelector('[data-part="toast"] span')?.textContent ||
        document.querySelector('[data-part="insert-failed"]')?.textContent,
    ),
  );
};
export const INSERTED = 'Inserted at the cursor. Nothing is sent.';

export const takeBack = async (page: Page): Promise<void> => {
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyZ');
  await page.keyboard.up('Control');
};

/** What the panel offers to log; null while it offers nothing. */
const readOffer = (panel: Page): Promise<string | null> =>
  panel.evaluate(() => document.querySelector('[data-part="log-reply"] p')?.textContent ?? null);
export const untilOffered = (panel: Page): Promise<string> =>
  until('the offer to log the reply', () => readOffer(panel), 20_000);
export const logReply = (panel: Page): Promise<void> => press(panel, 'Log this reply');

/** Fails when the panel offers to log a reply within this time: what was thrown away was never sent. */
export const offersNothing = async (panel: Page, ms = 3_000): Promise<void> => {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const offered = await readOffer(panel);
    if (offered) throw new Error(`the panel offers: ${offered}`);
    await sleep(50);
  }
};

/** The touchpoints that the server holds of a customer. */
export const touchpoints = async (office: Office, { address }: { address: string }): Promise<unknown[]> => {
  const [customer] = asCustomers([{ name: '', address }], 0).profiles;
  const rows = await office.serving().store.read((tx) =>
    tx
      .selectFrom('events')
      .select('data')
      .where('customer_id', '=', customer?.id ?? '')
      .where('type', '=', 'Touchpoint Logged')
      .execute(),
  );
  return rows.map(({ data }) => JSON.parse(data));
};
