import { registerHooks } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A change to a file of this project as it is loaded. `find` has to be in it exactly once. */
export type Patch = { file: string; find: string | RegExp; replace: string };

const ROOT = new URL('../../../', import.meta.url);

const pathOf = (url: string): string | null =>
  url.startsWith(ROOT.href) ? relative(fileURLToPath(ROOT), fileURLToPath(url)).split(sep).join('/') : null;

const applied = (source: string, { file, find, replace }: Patch): string => {
  const found = typeof find === 'string' ? source.split(find).length - 1 : [...source.matchAll(find)].length;
  if (found !== 1) throw new Error(`${file} has this ${found} times, not once: ${find}`);
  return source.replace(find, () => replace);
};

/**
 * Changes the program while it is loaded, in this process alone; what is on the disk stays as it is. To be called before what it
 * changes is imported.
 * @returns which patches were not used, since their file was never loaded
 */
export const patchOnLoad = (patches: readonly Patch[]): (() => Patch[]) => {
  const unused = new Set(patches);
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const path = pathOf(url);
      const here = patches.filter(({ file }) => file === path);
      if (here.length === 0) return loaded;
      let source = String(loaded.source);
      for (const patch of here) {
        source = applied(source, patch);
        unused.delete(patch);
      }
      return { ...loaded, source };
    },
  });
  return () => [...unused];
};
