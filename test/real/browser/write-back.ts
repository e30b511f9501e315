import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { SukiEvent } from '#lib/contract/events.ts';
import { customers, mails } from '#test/real/mails/index.ts';
import { press, type Seen, untilPanel } from '#test/real/panel-reader.ts';
import { until } from '#test/real/until.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep, type Sample } from '#test/real/world.ts';

/** All that may get lost on the way: markup, quotes, an empty line, letters of two directions, a character outside the first plane. */
export const TEXT = [
  'Hello <b>Maria</b> & "friends",',
  '',
  "I've looked into it myself 🌻 سلام دوست عزیز",
  'Rita',
].join('\n');

/** The mails that are answered. */
export const answered = mails.filter(({ id }) => id === 'maria-order' || id === 'somchai-grinder');

/** Who wrote them complained a moment ago: the panel suggests a mail to them, with a text to start from. */
const complaining = (now: number): Sample => {
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

/** A rep who answers, and what the team's server holds of it. */
export type Desk = { office: Office; rep: Rep; close: () => Promise<void> };

export const openDesk = async (): Promise<Desk> => {
  const office = await openOffice(complaining(Date.now()));
  const rep = await hireRep(office, 'Rita Rep');
  return {
    office,
    rep,
    close: async () => {
      await rep.leave();
      await office.remove();
    },
  };
};

/** The panel has come to the customer whose mail is answered. */
export const untilBeside = (panel: Page, { name }: { name: string } = customers.maria): Promise<Seen> =>
  untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === name, 20_000);

/** Writes `text` into the suggestion's draft and presses "Insert"; resolves with what the panel said. */
export const insertDraft = async (panel: Page, text: string): Promise<string> => {
  // The draft that was begun comes back with its customer; the first time it is opened.
  const field = await until('the draft', async () => {
    const open = await panel.$('[data-part="action"] textarea');
    if (!open) await press(panel, 'Draft', 5_000).catch(() => {});
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
