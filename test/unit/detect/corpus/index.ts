import type { Corpus } from './corpus.ts';
import { demo } from './demo.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';

/** Every host's pages, in the order of the hosts. */
export const corpora: readonly Corpus[] = [gmail, roundcube, requestTracker, demo, generic];
