import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DevicesAnswer } from '#lib/contract/team.ts';
import { type ControlFile, readControlFile } from '../control.ts';
import { operatorFault } from '../faults.ts';
import { ensurePlaybook } from '../ingest/playbook-versions.ts';
import { OperatorError, StoreHeld } from '../store/errors.ts';
import type { GatedStore } from '../store/gate.ts';
import { openStore } from '../store/open.ts';
import { ask } from './ask.ts';

/** A store of one's own, or a server that has it. */
export type Reached = { store: GatedStore } | { control: ControlFile };

/** The server whose control file is in the folder, if it runs still; one that was killed left its file behind. */
const runningServer = async (dataDir: string): Promise<ControlFile | null> => {
  const control = readControlFile(dataDir);
  if (!control) return null;
  try {
    await ask(control, 'GET', '/devices', DevicesAnswer);
    return control;
  } catch {
    return null;
  }
};

/** A tool never makes a workspace: a folder that was mistyped would look like an empty one. */
export const mustHold = (dataDir: string): void => {
  const folder = statSync(dataDir, { throwIfNoEntry: false });
  if (folder && !folder.isDirectory())
    throw new OperatorError(`${dataDir} is a file, not a folder.`, 'Name the folder of the workspace.');
  if (folder && statSync(join(dataDir, 'suki.db'), { throwIfNoEntry: false })) return;
  throw new OperatorError(
    `There is no workspace in ${dataDir}.`,
    'Name its folder with --data DIR, or DATABASE_URL=… if it is in PostgreSQL; npm run server makes a new one.',
  );
};

/**
 * Finds the server that runs in this folder, or opens the store. Throws when there is neither, unless a store may be made: for
 * what fills it at once.
 */
export const reach = async (
  dataDir: string,
  databaseUrl: string | undefined,
  { mayMake = false }: { mayMake?: boolean } = {},
): Promise<Reached> => {
  const running = databaseUrl ? null : await runningServer(dataDir);
  if (running) return { control: running };
  if (!databaseUrl && !mayMake) mustHold(dataDir);
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

/**
 * Runs a command: faults that a person can mend are told without a stack.
 * @param usage how it is called, which also answers `--help`
 * @param purpose what it does, in a sentence
 */
export const runCommand = async (
  usage: string,
  purpose: string,
  command: () => Promise<void>,
): Promise<void> => {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(`${purpose}\n\n${usage}\n`);
    return;
  }
  try {
    await command();
  } catch (error) {
    const fault = operatorFault(error, usage);
    if (!fault) throw error;
    process.stderr.write(`${fault.message}\n${fault.mend}\n`);
    process.exitCode = 1;
  }
};
