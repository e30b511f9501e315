/** Why a whole file cannot be imported. Rows before it may have been; a second run goes on from there. */
export class ImportProblem extends Error {
  override name = 'ImportProblem';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

/** Why one row was not imported, and what to do about it. */
export type Fault = { reason: string; mend: string };
export const fault = (reason: string, mend: string): Fault => ({ reason, mend });
export const isFault = (value: object): value is Fault => 'reason' in value && 'mend' in value;
