import { away } from './away.ts';
import { bootstrap } from './bootstrap.ts';
import { conflict } from './conflict.ts';
import { errors } from './errors.ts';
import type { Fault } from './fault.ts';
import { fork } from './fork.ts';
import { kill } from './kill.ts';
import { network } from './network.ts';
import { order } from './order.ts';
import { overlay } from './overlay.ts';
import { restore } from './restore.ts';
import { storage } from './storage.ts';
import { together } from './together.ts';
import { tokens } from './tokens.ts';

/** All that can go wrong. Something new is a new file, or a line in one, and a kind in classes.ts. */
export const faults: readonly Fault[] = [
  ...[
    order,
    network,
    kill,
    overlay,
    bootstrap,
    fork,
    restore,
    away,
    together,
    tokens,
    errors,
    storage,
    conflict,
  ].flat(),
];
