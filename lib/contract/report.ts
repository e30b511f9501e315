import { z } from 'zod';
import { Id, Instant } from './primitives.ts';
import { bytesOf, isSkeletonLine, MOST_BYTES } from './report-line.ts';

/** Why somebody reports a page. `wrong-person`: the rep says so; the others are misses (lib/detect/types.ts). */
export const ReportCode = z.enum([
  'wrong-person',
  'layout-unknown',
  'name-only',
  'no-conversation',
  'nobody-outside',
]);
export type ReportCode = z.infer<typeof ReportCode>;

const Count = z.number().int().min(0).max(9_999_999);

/**
 * The picture of one document: its elements as lines, indented, in our own words (report-words.ts). `…` stands for what was taken
 * out, `3×` for alike neighbours, `(12 more)` for elements that had no room.
 */
export const Skeleton = z.strictObject({
  /** Elements that there are, and how many of them the lines do not show. */
  elements: Count,
  left: Count,
  lines: z
    .array(z.string().refine(isSkeletonLine, 'has a word that a picture of a page cannot have'))
    .max(8_000),
});
export type Skeleton = z.infer<typeof Skeleton>;

const HostId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** The day on which the detector's anchors were last seen. */
const HostVersion = z.iso.date();

/**
 * What leaves the browser when a rep reports a page. No address of the page, no title, no text, nobody's name: there is no place
 * for them in here.
 */
export const Report = z
  .strictObject({
    id: z.uuid(),
    code: ReportCode,
    host: HostId,
    version: HostVersion,
    /** Version of the extension. */
    extension: z.string().regex(/^\d{1,5}(\.\d{1,5}){0,3}$/),
    browser: z.enum(['chrome', 'edge', 'firefox', 'other']),
    /** The document that was asked for the person first, then the page itself and the frames in it. */
    documents: z.array(Skeleton).min(1).max(20),
    /** Documents of the page that could not be looked into, or had no room. */
    unread: Count,
  })
  .refine(({ documents }) => bytesOf(documents.flatMap(({ lines }) => lines)) <= MOST_BYTES, {
    path: ['documents'],
    error: 'is larger than 64 kB',
  });
export type Report = z.infer<typeof Report>;

const answer = { epoch: z.uuid(), serverTime: Instant };
/** `stored`: false when the server had it already. */
export const ReportStored = z.object({ ...answer, stored: z.boolean() });

/** Reports of one day (its first moment, UTC) about one host, by the version of its detector. */
export const ReportCount = z.object({
  day: Instant,
  host: z.string(),
  version: z.string(),
  code: ReportCode,
  n: z.number().int(),
  lastAt: Instant,
});
export type ReportCount = z.infer<typeof ReportCount>;

export const ReportHead = z.object({
  id: Id,
  at: Instant,
  host: z.string(),
  version: z.string(),
  code: ReportCode,
  extension: z.string(),
  browser: z.string(),
});
export type ReportHead = z.infer<typeof ReportHead>;

/** Counts of the last 90 days, and the reports that are kept, newest first. */
export const ReportsAnswer = z.object({
  ...answer,
  counts: z.array(ReportCount),
  reports: z.array(ReportHead),
});
export type ReportsAnswer = z.infer<typeof ReportsAnswer>;

/** As it was stored: what came in was held against the words of that day. */
export const StoredReport = z.object({
  ...Report.shape,
  documents: z.array(z.object({ ...Skeleton.shape, lines: z.array(z.string()) })),
});
export type StoredReport = z.infer<typeof StoredReport>;

export const ReportAnswer = z.object({ ...answer, at: Instant, report: StoredReport });
export type ReportAnswer = z.infer<typeof ReportAnswer>;
