import type { Host } from '../types.ts';
import { demo } from './demo.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';

/** In the order in which they are asked. `generic` matches everything and stands last. */
export const hosts: readonly Host[] = [gmail, roundcube, requestTracker, demo, generic];
