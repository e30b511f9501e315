import { build } from 'vite';

/** One entry and all it imports as one minified script, to be run in a page. */
export const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'esnext', lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk] = chunks;
  if (chunk?.type !== 'chunk') throw new Error(`the bundle of ${entry} came out empty`);
  return chunk.code;
};
