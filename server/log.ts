export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];

/**
 * Values that a line may carry. Nothing that a person wrote belongs here: no names, addresses, texts, tokens,
 * bodies, query strings, nor messages of database errors (they quote values).
 */
export type LogFields = Record<string, string | number | boolean | null | undefined>;
export type Log = (level: Exclude<LogLevel, 'silent'>, event: string, fields?: LogFields) => void;

/** One JSON object per line, for `write` to put where it belongs. */
export const createLog = (floor: LogLevel, now: () => number, write: (line: string) => void): Log => {
  const least = logLevels.indexOf(floor);
  return (level, event, fields = {}) => {
    if (logLevels.indexOf(level) < least) return;
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  };
};

/** What may be said of an unexpected error: its kind, its code and where in our code it was thrown. */
export const describeError = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frame = error.stack
    ?.split('\n')
    .slice(1)
    .find((line) => line.includes('/server/') && !line.includes('node_modules'));
  const where = frame?.match(/\/(server\/[^)]+:\d+:\d+)/)?.[1];
  return { error: error.name, code, where };
};
