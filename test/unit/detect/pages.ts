import type { CorpusPage } from './corpus/corpus.ts';
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
