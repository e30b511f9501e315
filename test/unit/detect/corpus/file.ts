import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusPage, Truth } from './corpus.ts';

/** A page that is long enough to be a file of its own, in files/. */
export const file = (name: string, url: string, truth: Truth): CorpusPage => ({
  name,
  url,
  html: readFileSync(join(import.meta.dirname, `files/${name}.html`), 'utf8'),
  truth,
});
