import { drop, hear, leave } from '#lib/detect/frames.ts';
import type { AgainMessage, PageAnswer } from '#lib/messages/protocol.ts';
import type { FromPage } from '#lib/messages/router.ts';
import { browser } from './browser.ts';
import { hasSite, originPattern } from './sites.ts';
import { changeTabView, forgetTabViews } from './tab-views.ts';

/** Has all frames of a tab say their word once more. */
const askAgain = async (tab: number): Promise<void> => {
  const again: AgainMessage = { type: 'page.again' };
  // Nothing of ours runs there.
  await browser.tabs.sendMessage(tab, again).catch(() => {});
};

/**
 * Takes in what a frame said at `at`. A page script runs on when its site is turned off, so the site is asked for with
 * each word; `off` tells the script to end.
 */
export const hearPage = async (
  { tab, frame, site, message }: FromPage,
  at: number,
): Promise<PageAnswer | null> => {
  if (message.type === 'page.host') return null;
  const { document } = message;
  let answer: PageAnswer | null = null;
  let isMissing = false;
  await changeTabView(tab, async (frames) => {
    if (message.type === 'page.gone') return leave(frames, frame, document, at);
    const pattern = originPattern(site);
    if (pattern === null || !(await hasSite(pattern))) {
      answer = 'off';
      return drop(frames, frame);
    }
    const now = hear(frames, frame, { document, at, reading: message.reading });
    isMissing = Object.keys(frames).some((one) => !(one in now));
    return now;
  });
  // Some frames were forgotten with the document before, and may be this one's that were faster than it.
  if (isMissing) await askAgain(tab);
  return answer;
};

/** A site was turned off: what was heard there is forgotten, and what still runs there hears so when it speaks. */
export const hearAnew = async (): Promise<void> => {
  await forgetTabViews();
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && askAgain(id)));
};
