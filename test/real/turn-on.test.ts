import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pairInOptions } from '#scripts/start/demo-browser.ts';
import { untilPanel } from './panel-reader.ts';
import { launchHere, openOffice } from './world.ts';

it('a site that is off is named in the panel after a press of the toolbar button, and is not read', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'suki-off-'));
  const office = await openOffice({ profiles: [], events: [] });
  const launched = await launchHere({ userDataDir, grants: [] });
  try {
    const options = await launched.browser.newPage();
    await options.goto(`${launched.origin}/options.html`);
    await pairInOptions(options, await office.serving().invite('Mia'));
    await options.close();
    const page = await launched.browser.newPage();
    await page.goto(`${office.serving().url}/health`);
    const panel = await launched.openPanel(page);
    const seen = await untilPanel(panel, (s) => s.shows === 'notice' && s.title.includes('127.0.0.1'));
    expect(seen).toMatchObject({ title: expect.stringContaining('off') });
  } finally {
    await launched.close();
    await office.remove();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
