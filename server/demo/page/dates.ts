const DAY = 86_400_000;

const startOfDay = (at: number): number => {
  const d = new Date(at);
  return new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
};

/** Whole calendar days between `at` and `now`; rounds, because a day with a clock change is not 24 hours. */
const daysAgo = (at: number, now: number): number => Math.round((startOfDay(now) - startOfDay(at)) / DAY);

/** For a row: the time today and yesterday, the weekday this week, else the date. */
export const shortTime = (at: number, now: number): string => {
  const days = daysAgo(at, now);
  if (days <= 1) return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (days < 7) return new Date(at).toLocaleDateString('en-GB', { weekday: 'short' });
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
};

export const fullTime = (at: number): string =>
  new Date(at).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });

/** The heading that a row stands under. */
export const dayOf = (at: number, now: number): string => {
  const days = daysAgo(at, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return 'This past week';
  const then = new Date(at);
  const today = new Date(now);
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  if (!('year' in year) && then.getMonth() === today.getMonth()) return 'Earlier this month';
  return then.toLocaleDateString('en-GB', { month: 'long', ...year });
};
