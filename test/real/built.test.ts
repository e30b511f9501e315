import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtExtension } from './built.ts';

it('what runs in every frame of every site that is on stays under 25 kB', async () => {
  const { size } = statSync(join(await builtExtension(), 'page.js'));
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(25_000);
});
