import { generic } from './hosts/generic.ts';
import { hosts } from './hosts/index.ts';
import type { Host, PageReading } from './types.ts';

/** The host that knows this page. A host that throws does not know it. */
export const hostOf = (doc: Document, url: URL): Host =>
  hosts.find((host) => {
    try {
      return host.matches(doc, url);
    } catch {
      return false;
    }
  }) ?? generic;

/** What `host` reads. A page can be in any state, so whatever goes wrong in a host is a layout unknown to it. */
export const readWith = (host: Host, doc: Document, url: URL): PageReading => {
  try {
    return host.read(doc, url);
  } catch {
    return { host: host.id, version: host.version, self: [], kind: 'miss', miss: 'layout-unknown' };
  }
};

/** Who is in the conversation that this document shows, or why nobody is. Never throws. */
export const readPage = (doc: Document, url: URL): PageReading => readWith(hostOf(doc, url), doc, url);
