import type { Frame, Page } from 'puppeteer-core';
import { press } from './panel-reader.ts';

/** The lines that stand in a report on the screen, by document, without their indentation. */
export const readReport = async (beside: Page): Promise<string[][]> => {
  await beside.waitForSelector('[data-part="report"] pre');
  return beside.$$eval('[data-part="report"] pre', (all) =>
    all.map((one) => [...one.children].map((line) => line.textContent ?? '')),
  );
};

/** Looks at what would be reported. */
export const lookAtReport = async (panel: Page): Promise<string[][]> => {
  await press(panel, 'Show what would be reported');
  return readReport(panel);
};

/** Everything in a document that could be somebody's: each word of its texts and of the values of its attributes. */
export const wordsOf = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => {
    const all = [document.title, location.href];
    for (const element of document.querySelectorAll('*')) {
      for (const { value } of element.attributes) all.push(value);
      for (const node of element.childNodes) if (node instanceof Text) all.push(node.data);
    }
    return [...new Set(all.flatMap((text) => text.split(/[^\p{L}\p{N}@.]+/u)))].filter(
      (word) => word.length > 3,
    );
  });

/** The bodies of the reports among what a browser sent. */
export const reportsIn = (sent: readonly string[]): string[] =>
  sent
    .filter((request) => request.startsWith('POST /v1/reports'))
    .map((request) => Buffer.from(request, 'latin1').toString().split('\n\n').slice(1).join('\n\n'));
