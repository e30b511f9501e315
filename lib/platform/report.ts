import { z } from 'zod';
import { Report, type ReportCode, Skeleton } from '#lib/contract/report.ts';
import { bytesOf, MOST_BYTES } from '#lib/contract/report-line.ts';
import { chooseReading } from '#lib/detect/frames.ts';
import { browser } from './browser.ts';
import { readTabView } from './tab-views.ts';

const FILE = 'skeleton.js';
const MOST_DOCUMENTS = 20;
/** The pictures of one document, the largest first. */
const Pictures = z.array(Skeleton).min(1).max(8);

/** What a frame of the tab answered; `pictures` null: nothing that can be used. */
export type FrameAnswer = { frame: number; pictures: readonly Skeleton[] | null };

/**
 * Which pictures go into a report: of the frame that was asked for the person first, then of the page itself, then of the others,
 * each as large as there is room and never more than two thirds of what is left, while others follow.
 */
export const chooseDocuments = (
  answers: readonly FrameAnswer[],
  asked: number,
): Pick<Report, 'documents' | 'unread'> => {
  const rank = ({ frame }: FrameAnswer): number => (frame === asked ? -1 : frame);
  const ordered = answers.toSorted((a, b) => rank(a) - rank(b));
  const documents: Skeleton[] = [];
  let room = MOST_BYTES;
  for (const [at, { pictures }] of ordered.entries()) {
    const share = at === ordered.length - 1 ? room : (room * 2) / 3;
    const fitting = pictures?.find(({ lines }) => bytesOf(lines) <= share);
    if (!fitting || documents.length === MOST_DOCUMENTS) continue;
    documents.push(fitting);
    room -= bytesOf(fitting.lines);
  }
  return { documents, unread: answers.length - documents.length };
};

const familyOf = (agent: string): Report['browser'] => {
  if (/Firefox\//.test(agent)) return 'firefox';
  if (/Edg\//.test(agent)) return 'edge';
  return /Chrome\//.test(agent) ? 'chrome' : 'other';
};

/** The number of the frame whose word the panel goes by. */
const askedFrame = async (tab: number): Promise<number> => {
  const frames = await readTabView(tab);
  const chosen = chooseReading(frames, Date.now());
  const [number] = Object.entries(frames).find(([, state]) => state === chosen) ?? [];
  return Number(number ?? 0);
};

/** `host` and `version`: the detector that said so. */
export type Reported = { tab: number; code: ReportCode; host: string; version: string };

/**
 * Looks at the frames of a tab, now, and makes of it what would be reported. Sends nothing. Null: the page cannot be looked at, for
 * it went away, or is no page that an extension may look at.
 */
export const makeReport = async ({ tab, code, host, version }: Reported): Promise<Report | null> => {
  const [asked, results] = await Promise.all([
    askedFrame(tab),
    browser.scripting
      .executeScript({ target: { tabId: tab, allFrames: true }, files: [FILE] })
      .catch(() => []),
  ]);
  const answers = results.map(({ frameId, result }) => ({
    frame: frameId,
    pictures: Pictures.safeParse(result).data ?? null,
  }));
  const made = Report.safeParse({
    ...{ id: crypto.randomUUID(), code, host, version },
    extension: browser.runtime.getManifest().version,
    browser: familyOf(navigator.userAgent),
    ...chooseDocuments(answers, asked),
  });
  return made.data ?? null;
};
