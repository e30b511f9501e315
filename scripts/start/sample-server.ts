import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import { type Serving, serve } from '#server/serve.ts';

/** The same shop at every start: its stories were planted relative to this moment. */
type Planted = { seed: number; now: number };

const plantedIn = (dataDir: string): Planted => {
  const file = join(dataDir, 'sample.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Planted;
  mkdirSync(dataDir, { recursive: true });
  const planted = { seed: 1, now: Date.now() };
  writeFileSync(file, JSON.stringify(planted));
  return planted;
};

/** Starts a server on SQLite with the sample workspace in it, and the demo inbox at /demo. */
export const serveSample = async (options: {
  dataDir: string;
  port: number;
  log?: Parameters<typeof serve>[0]['log'];
}): Promise<Serving> => {
  const sample = sampleWorkspace(plantedIn(options.dataDir));
  const serving = await serve({
    ...options,
    workspaceName: 'Tindahan Kape',
    extra: (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })),
  });
  await seedWorkspace(serving.store, sample, Date.now());
  return serving;
};
