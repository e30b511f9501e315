import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorAnswer } from '#lib/contract/sync.ts';
import { DevicesAnswer } from '#lib/contract/team.ts';
import { type ControlFile, readControlFile } from '../control.ts';
import { operatorFault } from '../faults.ts';
import { ensurePlaybook } from '../ingest/playbook-versions.ts';
import { OperatorError, StoreHeld } from '../store/errors.ts';
import type { GatedStore } from '../store/gate.ts';
import { openStore } from '../store/open.ts';

/** A store of one's own, or a server that has it. */
export type Reached = { store: GatedStore } | { control: ControlFile };

const hasSqlite = (dataDir: string): boolean =>
  statSync(join(dataDir, 'suki.db'), { throwIfNoEntry: false }) !== undefined;

/**
 * The server whose control file is in the folder, if it runs still; one that was killed left its file behind. Throws when it runs
 * and cannot get at its data.
 */
const runningServer = async (dataDir: string): Promise<ControlFile | null> => {
  const control = readControlFile(dataDir);
  if (!control) return null;
  const headers = { Authorization: `Bearer ${control.token}` };
  const response = await fetch(`${control.url}/control/devices`, { headers }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (!response || response.ok) return response && DevicesAnswer.safeParse(answer).success ? control : null;
  // Somebody else may have got its port meanwhile.
  if (response.status < 500 || !ErrorAnswer.safeParse(answer).success) return null;
  throw new OperatorError(
    `The server (pid ${control.pid}) runs but cannot reach its database.`,
    hasSqlite(dataDir)
      ? 'Its log says why. Stop it, and npm run doctor says what is wrong with suki.db.'
      : 'Its log says why. Start the database again, or correct the DATABASE_URL of that server; then run this again.',
  );
};

/** A tool never makes a workspace: a folder that was mistyped would look like an empty one. */
export const mustHold = (dataDir: string): void => {
  const folder = statSync(dataDir, { throwIfNoEntry: false });
  if (folder && !folder.isDirectory())
    throw new OperatorError(`${dataDir} is a file, not a folder.`, 'Name the folder of the workspace.');
  if (hasSqlite(dataDir)) return;
  if (readControlFile(dataDir))
    throw new OperatorError(
      `${dataDir} is the folder of a server on PostgreSQL: its data are in that.`,
      'Run this again with the DATABASE_URL=… that the server has.',
    );
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
