import { chooseFrame } from '#lib/compose/choose.ts';
import type { Inserted, Writer } from '#lib/compose/types.ts';
import { FrameEditorsSchema, InsertedSchema } from '#lib/messages/compose.ts';
import { browser } from './browser.ts';

/** Runs in the frame, so it may use nothing from outside itself. */
const insertHere = (text: string, known: string[]): Inserted | undefined =>
  (globalThis as { sukiWriter?: Writer }).sukiWriter?.insert(text, known);

/**
 * Puts `text` at the cursor of the compose box in the tab: asks all of its frames what they have to write in, and tells the likeliest
 * one to insert. That one compares whom its composer names with `known`, the addresses of whom the text is for. Never rejects: a page
 * that cannot be reached has nothing to write in.
 */
export const insertIntoTab = async (
  tab: number,
  text: string,
  known: readonly string[],
): Promise<Inserted> => {
  try {
    const answers = await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      files: ['compose.js'],
    });
    const frames = answers.flatMap(({ frameId, result }) => {
      const parsed = FrameEditorsSchema.safeParse(result);
      return parsed.success ? [{ frameId, ...parsed.data }] : [];
    });
    const frame = chooseFrame(frames);
    if (typeof frame === 'string') return { ok: false, why: frame };
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame.frameId] },
      func: insertHere,
      args: [text, [...known]],
    });
    return InsertedSchema.catch({ ok: false, why: 'refused' }).parse(answer?.result);
  } catch {
    return { ok: false, why: 'none' };
  }
};
