import { build } from 'vite';

/** Code for a page from `entry`, as one script. */
export const bundleForPage = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk] = output;
  if (chunk?.type !== 'chunk') throw new Error(`nothing came of bundling ${entry}`);
  return chunk.code;
};
