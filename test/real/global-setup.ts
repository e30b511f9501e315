import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { browsers } from '#scripts/browsers.ts';
import { asBrowserName, builtFor } from './built.ts';

/** Builds the extension once for a whole run, into a folder of its own: files that run side by side must not build over each other. */
export default async ({ config }: TestProject): Promise<() => void> => {
  const name = asBrowserName(config.env.SUKI_BROWSER);
  const folder = mkdtempSync(join(tmpdir(), `suki-built-${name}-`));
  process.env[builtFor(name)] = await browsers[name].build(folder);
  return () => rmSync(folder, { recursive: true, force: true });
};
