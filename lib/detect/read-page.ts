import { defineHost } from './define-host.ts';
import { generic } from './generic.ts';
import { specs } from './hosts/index.ts';
import { createResolver, readWith } from './resolve.ts';
import type { Host, PageReading } from './types.ts';

/** All hosts, the generic one last: for whoever has all descriptions at hand, which a page has not. */
export const hosts: readonly Host[] = [...specs.map(defineHost), generic];

const resolve = createResolver(
  (id) => specs.find((spec) => spec.id === id) ?? null,
  () => {},
);

/** The host that knows this page. */
export const hostOf = (doc: Document, url: URL): Host => resolve(doc, url);

/** Who is in the conversation that this document shows, or why nobody is. Never throws. */
export const readPage = (doc: Document, url: URL): PageReading => readWith(hostOf(doc, url), doc, url);
