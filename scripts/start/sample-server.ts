import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import { type Serving, serve } from '#server/serve.ts';
import { plantedIn } from './sample-folder.ts';

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
