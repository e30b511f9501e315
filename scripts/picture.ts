import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const header = new DataView(png.buffer, png.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
};

type Shot = { png: Uint8Array; title: string; dark: boolean };

const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const imageOf = (png: Uint8Array): string =>
  `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;

// Above the panel the window has a bar of its own with the extension's name, which no page can photograph:
// a plain one stands for it.
const layout = (page: Shot, panel: Shot, scale: number): string => `<!doctype html><style>
  :root { color-scheme: ${panel.dark ? 'dark' : 'light'} }
  body { margin: 0; display: flex; align-items: stretch; background: light-dark(#fff, #1f1f1f) }
  img { display: block; zoom: ${1 / scale} }
  aside { display: flex; flex-direction: column; border-inline-start: 1px solid #8884 }
  header { flex: 1; display: flex; align-items: center; padding: 0 16px; overflow: hidden; font: 500 13px system-ui }
</style>${imageOf(page.png)}<aside><header>${escapeHtml(panel.title)}</header>${imageOf(panel.png)}</aside>`;

const shoot = async (page: Page): Promise<Shot> => ({
  png: await page.screenshot(),
  title: await page.title(),
  dark: await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
});

/** Writes one PNG: the page at the left and the panel at the right, as they stand in the window. */
export const screenshotBeside = async (page: Page, panel: Page, file: string): Promise<void> => {
  const scale = await page.evaluate(() => window.devicePixelRatio);
  const [left, right] = [await shoot(page), await shoot(panel)];
  const sizes = [sizeOf(left.png), sizeOf(right.png)];
  const table = await page.browser().newPage();
  try {
    await table.setViewport({
      width: Math.ceil(sizes.reduce((sum, { width }) => sum + width, 0) / scale) + 1,
      height: Math.ceil(Math.max(...sizes.map(({ height }) => height)) / scale),
      deviceScaleFactor: scale,
    });
    await table.setContent(layout(left, right, scale));
    await writeFile(file, await table.screenshot());
  } finally {
    await table.close();
    await page.bringToFront();
  }
};
