/** Those that were asked for. To make a formatter for each of many customers would cost more than the rest of their row. */
const known = new Map<string, boolean>();
const KEPT = 2_000;

const ask = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Whether calendars know a time zone of this name, like Europe/Vienna. */
export const isTimeZone = (name: string): boolean => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const answer = ask(name);
  if (known.size < KEPT) known.set(name, answer);
  return answer;
};
