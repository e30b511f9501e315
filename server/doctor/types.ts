import type { StoreKind, Tx } from '../store/store.ts';

/** One line of what was found. `note`: worth knowing, and nothing is wrong. */
export type Finding = { mark: 'ok' | 'note'; says: string } | { mark: 'wrong'; says: string; mend: string };

export type Exam = {
  /** One read snapshot for all checks. */
  tx: Tx;
  kind: StoreKind;
  /** How many customers to look at, spread over all; null: everybody. */
  sample: number | null;
  onProgress: (done: number, of: number) => void;
  /** Takes the ids of customers whose facts are wrong, for who mends them. */
  refold: (id: string) => void;
};

/** A question to a store. Several findings only where something is wrong. */
export type Check = { name: string; run: (exam: Exam) => Promise<Finding[]> };

export const ok = (says: string): Finding => ({ mark: 'ok', says });
export const note = (says: string): Finding => ({ mark: 'note', says });
export const wrong = (says: string, mend: string): Finding => ({ mark: 'wrong', says, mend });

const SHOWN = 5;
/** The first few of many, for a line. */
export const some = (ids: readonly string[]): string =>
  ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more` : ids.join(', ');

/** What nobody can repair by hand. */
export const PUT_BACK =
  'Put the last good backup back: npm run restore -- FILE. Devices send again what it lacks.';
