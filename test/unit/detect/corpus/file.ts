import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

/** A page that is long enough to be a file of its own, in files/. Where it says `{{TRAPS}}` somebody's text stands. */
export const file = (name: string, url: string, truth: Truth): CorpusPage => ({
  name,
  url,
  html: readFileSync(join(import.meta.dirname, `files/${name}.html`), 'utf8').replace(
    '{{TRAPS}}',
    () => TRAPS,
  ),
  truth,
});
