import type { Page } from 'puppeteer-core';

/** What the panel shows, as a person would sum it up. */
export type Seen =
  | { shows: 'customer'; name: string; address: string; warned: boolean }
  /** `doubtful`: they may be a customer after all. */
  | { shows: 'stranger'; address: string; warned: boolean; doubtful: boolean }
  | { shows: 'pick'; addresses: string[] }
  | { shows: 'notice'; title: string }
  | { shows: 'nothing' };

/** Runs inside the panel, so it may use nothing from outside itself. */
const look = (): Seen => {
  const text = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';
  const addressIn = (element: Element): string => text(element.querySelector('p[dir="ltr"]'));
  const warned = (element: Element): boolean => element.querySelector('[data-part="warnings"]') !== null;
  const who = document.querySelector('[data-part="who"]');
  if (who)
    return {
      shows: 'customer',
      name: text(who.querySelector('h1')),
      address: addressIn(who),
      warned: warned(who),
    };
  const stranger = document.querySelector('[data-part="stranger"]');
  if (stranger)
    return {
      shows: 'stranger',
      address: addressIn(stranger),
      warned: warned(stranger),
      doubtful: stranger.querySelector('form') === null,
    };
  const pick = document.querySelector('[data-part="pick"]');
  if (pick) return { shows: 'pick', addresses: [...pick.querySelectorAll('li span[dir="ltr"]')].map(text) };
  const title = text(document.querySelector('main h1'));
  return title ? { shows: 'notice', title } : { shows: 'nothing' };
};

export const readPanel = (panel: Page): Promise<Seen> => panel.evaluate(look);

/** Waits until the panel shows what `is` accepts; fails with what it showed instead. */
export const untilPanel = async (panel: Page, is: (seen: Seen) => boolean, ms = 30_000): Promise<Seen> => {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await readPanel(panel);
    if (is(seen)) return seen;
    if (Date.now() > end) throw new Error(`after ${ms} ms the panel shows ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/**
 * Presses the button of that name, as its text or the beginning of its label says, with the mouse, so that the focus goes where a
 * rep's would. Waits until it can be pressed.
 */
export const press = (beside: Page, name: string, ms = 30_000): Promise<void> =>
  beside
    .locator(`::-p-xpath(//button[normalize-space()="${name}" or starts-with(@aria-label, "${name}")])`)
    .setTimeout(ms)
    .click();

/** Notes every address that the panel ever shows from now on, in order, however briefly. */
export const startDiary = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const diary: string[] = [];
    Object.assign(window, { diary, told: 0 });
    const note = () => {
      const part = document.querySelector('[data-part="who"], [data-part="stranger"]');
      const address = part?.querySelector('p[dir="ltr"]')?.textContent?.trim();
      if (address && diary.at(-1) !== address) diary.push(address);
    };
    note();
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  });
type Diary = { diary: string[]; told: number };
export const readDiary = (panel: Page): Promise<string[]> =>
  panel.evaluate(() => (window as unknown as Diary).diary);
/** What was noted since this was asked before. */
export const readOn = (panel: Page): Promise<string[]> =>
  panel.evaluate(() => {
    const noted = window as unknown as Diary;
    const more = noted.diary.slice(noted.told);
    noted.told = noted.diary.length;
    return more;
  });
