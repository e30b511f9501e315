import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { describeEditors } from '#lib/compose/editors.ts';
import { insertInto } from '#lib/compose/insert.ts';
import type { FrameEditors, Writer } from '#lib/compose/types.ts';

/**
 * Runs in the frames of the tab in view when the rep presses "Insert": answers what there is to write in, and leaves a writer behind
 * for the one frame that is then told to.
 */
export default defineUnlistedScript((): FrameEditors => {
  const writer: Writer = { insert: (text, known) => insertInto(document, text, known) };
  Object.assign(globalThis, { sukiWriter: writer });
  return describeEditors(document);
});
