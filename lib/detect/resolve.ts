import { defineHost, type HostSpec } from './define-host.ts';
import { generic } from './generic.ts';
import { markedHost } from './marks.ts';
import { missOf } from './miss.ts';
import type { Host, PageReading } from './types.ts';

/** Brings the description of a host; null when there is none, or nobody to bring it. */
export type SpecOf = (id: string) => HostSpec | null | Promise<HostSpec | null>;

/** Milliseconds until a description that did not come is asked for again. */
const AGAIN = 1_000;

/** Until its description is there, nothing can be read. */
const pending = (id: string): Host => ({
  id,
  version: '',
  read: () => missOf({ id, version: '' }, 'loading'),
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
          // Nobody answered, as while the browser starts: the page may stand still from now on, so it is looked at again.
          if (spec) arrived();
          else setTimeout(arrived, AGAIN);
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

/** As much of a name as is shown, and no address that is longer than addresses are (RFC 5321): the worker takes no more. */
const NAME = 300;
const ADDRESS = 320;
const isAddress = (address: string): boolean => address.length <= ADDRESS;
const within = (reading: PageReading): PageReading => {
  const self = reading.self.filter(isAddress);
  if (reading.kind === 'miss') return { ...reading, self };
  const people = reading.people
    .filter(({ address }) => isAddress(address))
    .map((person) => ({ ...person, name: person.name.slice(0, NAME) }));
  return { ...reading, self, people };
};

/** What `host` reads. A page can be in any state, so whatever goes wrong in a host is a layout unknown to it. */
export const readWith = (host: Host, doc: Document, url: URL): PageReading => {
  try {
    return within(host.read(doc, url));
  } catch {
    return missOf(host, 'layout-unknown');
  }
};
