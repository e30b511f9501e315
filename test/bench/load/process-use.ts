import { readFileSync } from 'node:fs';

/** Ticks of the processor's clock in a second, as Linux counts them everywhere. */
const TICKS = 100;

/** What a process has used: memory now and at most (bytes), and processor time (seconds). Null where the system does not tell. */
export const processUse = (pid: number): { rss: number; most: number; cpu: number } | null => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name: string) => 1_024 * Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      rss: bytes('VmRSS'),
      most: bytes('VmHWM'),
      cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
    };
  } catch {
    return null;
  }
};
