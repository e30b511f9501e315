/** A fault that an operator can mend: printed as it is, without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
  readonly mend: string;
  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

/** Another process has this data folder open. */
export class StoreHeld extends OperatorError {
  override name = 'StoreHeld';
  readonly pid: number | undefined;
  constructor(dataDir: string, pid: number | undefined) {
    super(
      `The data folder ${dataDir} is in use by another Suki process${pid === undefined ? '' : ` (pid ${pid})`}.`,
      'Stop that process first, or give this one its own folder with DATA_DIR=….',
    );
    this.pid = pid;
  }
}
