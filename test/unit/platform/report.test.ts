import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Skeleton } from '#lib/contract/report.ts';
import { MOST_BYTES } from '#lib/contract/report-line.ts';

const picture = (bytes: number, mark = 'div'): Skeleton => ({
  elements: 9,
  left: 0,
  lines: Array.from({ length: Math.ceil(bytes / 10) }, () => mark.padEnd(9, ' ')),
});
const small: Skeleton = { elements: 1, left: 0, lines: ['html'] };

// The polyfill takes what is there for the browser, if it looks like one.
const executeScript = vi.fn();
const view: Record<string, unknown> = {};
vi.stubGlobal('chrome', { runtime: { id: 'suki' } });
vi.stubGlobal('browser', {
  runtime: { id: 'suki', getManifest: () => ({ version: '0.1.0' }) },
  storage: { session: { get: async () => view } },
  scripting: { executeScript },
});
const { chooseDocuments, makeReport } = await import('#lib/platform/report.ts');

describe('which pictures of a page go into a report', () => {
  test('that of the document that was asked first, then the page, then the others', () => {
    const named = (name: string): Skeleton => ({ ...small, lines: [name] });
    const answers = [
      { frame: 0, pictures: [named('html')] },
      { frame: 3, pictures: [named('div')] },
      { frame: 7, pictures: [named('table')] },
    ];
    expect(chooseDocuments(answers, 7).documents.map(({ lines }) => lines[0])).toEqual([
      'table',
      'html',
      'div',
    ]);
    expect(chooseDocuments(answers, 0).documents.map(({ lines }) => lines[0])).toEqual([
      'html',
      'div',
      'table',
    ]);
  });

  test('a page of one document may have all the room; of several, each leaves some to the next', () => {
    const large = [picture(60_000), picture(30_000), picture(9_000), picture(1_000)];
    const sizes = (frames: number[]) =>
      chooseDocuments(
        frames.map((frame) => ({ frame, pictures: large })),
        0,
      ).documents.map(({ lines }) => lines.length * 10);
    expect(sizes([0])).toEqual([60_000]);
    expect(sizes([0, 1])).toEqual([30_000, 30_000]);
    const many = sizes(Array.from({ length: 40 }, (_, n) => n));
    expect(many.length).toBeLessThanOrEqual(20);
    expect(many.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('what could not be looked into, or had no room, is counted', () => {
    const first = picture(1_000);
    const answers = [
      { frame: 0, pictures: [first] },
      { frame: 1, pictures: null },
      { frame: 2, pictures: [picture(65_000)] },
    ];
    expect(chooseDocuments(answers, 0)).toEqual({ documents: [first], unread: 2 });
  });
});

describe('a report of the tab', () => {
  const asked = { tab: 4, code: 'name-only', host: 'roundcube', version: '2026-11-21' } as const;
  const reading = { host: 'roundcube', version: '2026-11-21', self: [], kind: 'miss', miss: 'name-only' };
  beforeEach(() => {
    executeScript.mockReset();
    view['view:4'] = { 5: { document: 'abcdefgh', at: 1, reading } };
  });

  test('has what the scripts in its frames answered, and nothing that names the page', async () => {
    executeScript.mockResolvedValue([
      { frameId: 0, result: [small] },
      { frameId: 5, result: [{ ...small, lines: ['table'] }] },
      { frameId: 6, result: [{ ...small, lines: ['div "Ana Reyes"'] }] },
      { frameId: 7, result: undefined },
    ]);
    expect(await makeReport(asked)).toEqual({
      ...{ id: expect.any(String), code: 'name-only', host: 'roundcube', version: '2026-11-21' },
      ...{ extension: '0.1.0', browser: expect.any(String), unread: 2 },
      documents: [{ ...small, lines: ['table'] }, small],
    });
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 4, allFrames: true },
      files: ['skeleton.js'],
    });
  });

  test.each([
    ['went away', () => executeScript.mockRejectedValue(new Error('No tab with id: 4.'))],
    ['answers nothing that is a picture', () => executeScript.mockResolvedValue([{ frameId: 0, result: 1 }])],
  ])('there is none of a page that %s', async (_, page) => {
    page();
    expect(await makeReport(asked)).toBeNull();
  });
});
