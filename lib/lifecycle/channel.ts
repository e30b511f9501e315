import type { TimelineEntry } from '../contract/customer.ts';

/** Fewer exchanges than this are chance, not a habit. */
const ENOUGH = 3;

const channelOf = ({ type, data }: TimelineEntry): string | null => {
  if (type === 'Touchpoint Logged')
    return data.kind !== 'NOTE' && data.kind !== 'TASK' && typeof data.channel === 'string'
      ? data.channel
      : null;
  return type.startsWith('Live Chat Message') ? 'chat' : null;
};

/** How we and they have been in touch: the channels by how often, the last one, and the one that they prefer. */
export type Channels = {
  n: number;
  mix: { channel: string; n: number }[];
  last: string | null;
  preferred: string | null;
};

/**
 * [CH1] Read from the newest entries of the timeline, newest first. Preferred is the channel of more than half of at least three
 * exchanges; where none is, nobody's habit is claimed.
 */
export const channels = (timeline: readonly TimelineEntry[]): Channels => {
  const used = timeline.flatMap((entry) => channelOf(entry) ?? []);
  const mix = [...Map.groupBy(used, (channel) => channel)]
    .map(([channel, all]) => ({ channel, n: all.length }))
    .sort((a, b) => b.n - a.n);
  const [most] = mix;
  const preferred = most && used.length >= ENOUGH && most.n * 2 > used.length ? most.channel : null;
  return { n: used.length, mix, last: used[0] ?? null, preferred };
};
