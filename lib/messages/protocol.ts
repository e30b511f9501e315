import type { PageReading } from '#lib/detect/types.ts';

/**
 * All that a page's script may say. Types only, so that the page script stays free of schemas: the background
 * parses (lib/messages/schemas.ts) before it believes. `document` is made by the script of each document, so that
 * a late farewell of the previous one does not clear the next.
 */
export type PageMessage =
  | { type: 'page.reading'; document: string; reading: PageReading }
  | { type: 'page.gone'; document: string }
  /** Asks for the description of the host whose page this is; answered with its text, or null. */
  | { type: 'page.host'; host: string };

/** The answer to a reading of a site that is off: its script ends for good. */
export type PageAnswer = 'off';

/** Said by the worker to all frames of a tab: each tells its last reading once more. */
export type AgainMessage = { type: 'page.again' };

/**
 * Said by the script that watches for replies: one seems to have gone out of its frame, what sends having been pressed at `at` (epoch
 * milliseconds). Panels hear it, not the worker.
 */
export type SentMessage = { type: 'page.sent'; at: number };
