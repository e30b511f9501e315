import '#lib/platform/no-eval.ts';
import { createViewSource, settled } from '#components/hooks/view-source.ts';
import { openDbs } from '#lib/platform/dbs.ts';

/** Asks at once who is there; `ready` when there is something to show, but soon in any case. */
export const dbs = await openDbs();
export const source = createViewSource(dbs, new AbortController().signal);
export const ready = settled(source, 150);
