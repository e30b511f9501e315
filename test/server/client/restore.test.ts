import { setImmediate as breathe } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { engines } from '../world.ts';
import { createWorld } from './world.ts';

it.each(engines)(
  '[S24] on %s, devices that click and push while a backup is put back lose nothing that was taken since it was made',
  { timeout: 90_000 },
  async (engine) => {
    const world = await createWorld(engine);
    onTestFinished(() => world.close());
    const browsers = [await world.browser('Mia'), await world.browser('Ben'), await world.browser('Cara')];
    const [mia] = browsers;
    await mia?.create('ana');
    for (const browser of browsers) await browser.sync();
    const clicks = new Set<string>();
    const clickAt = async (browser: (typeof browsers)[number], text: string) =>
      clicks.add(await browser.complain('ana', text));
    for (const browser of browsers) await clickAt(browser, 'in the backup');
    for (const browser of browsers) await browser.sync();
    await world.backUp();
    for (const browser of browsers) await clickAt(browser, 'after it');
    for (const browser of browsers) await browser.sync();

    let isBack = false;
    const refusals = new Set<string>();
    const busy = browsers.map(async (browser) => {
      for (let n = 0; !isBack; n += 1) {
        if (n < 40) await clickAt(browser, `meanwhile ${n}`);
        const result = await browser.sync();
        if (!result.ok) refusals.add(result.error.code);
        await breathe();
      }
    });
    await world.restore({ renew: true });
    isBack = true;
    await Promise.all(busy);
    expect([...refusals].filter((code) => code !== 'busy' && code !== 'epoch-changed')).toEqual([]);

    for (let round = 0; round < 4; round += 1) {
      world.clock.now += 120_000;
      for (const browser of browsers) await browser.sync();
    }
    const recorded = await world.recorded();
    expect([...clicks].filter((id) => recorded.get(id) !== 1)).toEqual([]);
    for (const browser of browsers)
      expect([await browser.parked(), await browser.queued()]).toEqual([[], []]);
    await world.expectInStep();
  },
);
