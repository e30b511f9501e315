/** What can go wrong, by class. In a run that is long enough each kind has to happen. */
export const classes = {
  order: ['writers-at-once'],
  network: ['request-lost', 'answer-lost', 'doubled', 'late', 'cut-short', 'server-killed'],
  kill: ['killed-in-outbox', 'killed-in-page', 'killed-in-upkeep', 'killed-in-mirror', 'killed-in-network'],
  overlay: ['look-during-sync', 'look-while-acknowledged'],
  bootstrap: ['joined', 'bootstrap-cut', 'churn-in-bootstrap', 'sight-changed', 'working-set'],
  fork: ['profile-copied', 'outbox-rolled-back', 'outbox-deleted', 'mirror-deleted'],
  restore: ['restored-anew', 'restored-unsaid'],
  away: ['ninety-one-days'],
  together: ['pages-at-once', 'frozen-woke'],
  tokens: ['user-switched', 'token-over', 'renewal-down', 'revoked', 'paired-again'],
  errors: ['busy', 'too-many', 'garbled', 'failed', 'poison'],
  storage: ['unknown-error', 'quota', 'cache-deleted', 'open-blocked', 'no-database'],
  conflict: ['two-set-the-same', 'conflict-shown'],
} as const;

export type ClassName = keyof typeof classes;
export type Kind = (typeof classes)[ClassName][number];
export const classNames = Object.keys(classes) as ClassName[];

/** Kinds that never happened. */
export const missing = (coverage: Readonly<Record<string, number>>): string[] =>
  classNames.flatMap((name) =>
    classes[name].filter((kind) => !coverage[kind]).map((kind) => `${name}: ${kind}`),
  );
