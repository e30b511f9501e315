import { useEffect, useState } from 'react';

/** The time, anew every `ms` milliseconds, so that "2 days" turns into "3 days" in an open panel. */
export const useNow = (ms = 30_000): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
};
