import { defineHost, type HostSpec } from './define-host.ts';
import { generic } from './generic.ts';
import { markedHost } from './marks.ts';
import type { Host, PageReading } from './types.ts';

/** Brings the description of a host; null when there is none, or nobody to bring it. */
export type SpecOf = (id: string) => HostSpec | null | Promise<HostSpec | null>;

/** Until its description is there, nothing can be read. */
const pending = (id: string): Host => ({
  id,
  version: '',
  read: () => ({ host: id, version: '', self: [], kind: 'miss', miss: 'loading' }),
  regions: () => [],
});

/**
 * Finds the host of a page. Of thirty descriptions a page needs one at most, so the page script holds the marks only
 * and asks for that one, once; `arrived` is called when it came after the answer was needed.
 */
export const createResolver = (specOf: SpecOf, arrived: () => void): ((doc: Document, url: URL) => Host) => {
  const held = new Map<string, Host>();
  const asked = new Set<string>();
  const keep = (id: string, spec: HostSpec | null): void => {
    // Nobody answered: asked again when the page is looked at again.
    asked.delete(id);
    if (spec) held.set(id, defineHost(spec));
  };
  const ask = (id: string): void => {
    asked.add(id);
    const got = specOf(id);
    if (got instanceof Promise)
      void got
        .catch(() => null)
        .then((spec) => {
          keep(id, spec);
          if (spec) arrived();
        });
    else keep(id, got);
  };
  return (doc, url) => {
    const id = markedHost(doc, url);
    if (id === null) return generic;
    if (!held.has(id) && !asked.has(id)) ask(id);
    return held.get(id) ?? pending(id);
  };
};

/** What `host` reads. A page can be in any state, so whatever goes wrong in a host is a layout unknown to it. */
export const readWith = (host: Host, doc: Document, url: URL): PageReading => {
  try {
    return host.read(doc, url);
  } catch {
    return { host: host.id, version: host.version, self: [], kind: 'miss', miss: 'layout-unknown' };
  }
};
