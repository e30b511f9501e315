/** Whether a failed write says that the disk is full; Dexie tells it of the transaction that was undone for it. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || ('inner' in error && error.inner !== error && isFull(error.inner)));
