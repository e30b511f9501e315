import type { PageReading } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';
import type { CorpusPage } from './corpus/corpus.ts';
import { own } from './corpus/corpus.ts';
import { corpora } from './corpus/index.ts';

export const pages: readonly (CorpusPage & { corpus: string })[] = corpora.flatMap(({ host, pages }) =>
  pages.map((page) => ({ ...page, corpus: host })),
);

/** The page of this name, which has to be in the corpus. */
export const pageNamed = (name: string): CorpusPage => {
  const page = pages.find((one) => one.name === name);
  if (!page) throw new Error(`no page ${name} in the corpus`);
  return page;
};
export const htmlOf = (name: string): string => pageNamed(name).html;
export const urlOf = (name: string): URL => new URL(pageNamed(name).url);
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** What the panel would say, as the truths of the corpus put it. */
export const inWords = (reading: PageReading): string => {
  const who = whoIs(reading, own);
  if (who.kind === 'one') return `one ${who.person.address} ${who.person.person.name}`.trim();
  if (who.kind === 'several') return `several ${who.people.map((party) => party.address).join(' ')}`;
  return `none ${who.miss}`;
};
