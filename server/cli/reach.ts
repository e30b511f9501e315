import { randomUUID } from 'node:crypto';
import { type ControlFile, readControlFile } from '../control.ts';
import { operatorFault } from '../faults.ts';
import { ensurePlaybook } from '../ingest/playbook-versions.ts';
import { StoreHeld } from '../store/errors.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** A store of one's own, or a server that has it. */
export type Reached = { store: Store } | { control: ControlFile };

/** Opens the store, or, if a server holds the folder, finds the way to that server. */
export const reach = async (dataDir: string, databaseUrl: string | undefined): Promise<Reached> => {
  try {
    const store = await openStore({
      dataDir,
      databaseUrl,
      now: Date.now,
      uuid: randomUUID,
      random: Math.random,
    });
    await ensurePlaybook(store, Date.now());
    return { store };
  } catch (error) {
    if (!(error instanceof StoreHeld)) throw error;
    const control = readControlFile(dataDir);
    if (!control) throw error;
    return { control };
  }
};

/** Runs a command: faults that a person can mend are told without a stack. @param usage how it is called */
export const runCommand = async (usage: string, command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    const fault = operatorFault(error, usage);
    if (!fault) throw error;
    process.stderr.write(`${fault.message}\n${fault.mend}\n`);
    process.exitCode = 1;
  }
};
