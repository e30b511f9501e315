import { isPastDay, ourZone } from './clock.ts';
import type { Loyalty } from './types.ts';
import { daysSince, type View } from './view.ts';

type Part = Loyalty['parts'][number];

/**
 * Promises by their day. Those that the list of promises still holds are looked at one by one; of older ones the tallies
 * say how many were kept and missed. What was first missed and then kept is one promise, and late.
 */
const promises = (view: View): Part => {
  const { tally, recent } = view.facts;
  const missed = new Set<unknown>();
  let listedKept = 0;
  let listedMissed = 0;
  for (const { type, d } of recent.promises) {
    if (type === 'Promise Kept') listedKept++;
    else if (type === 'Promise Missed') {
      listedMissed++;
      missed.add(d.ref);
    }
  }
  let kept = Math.max(0, (tally['Promise Kept']?.n ?? 0) - listedKept);
  let of = kept + Math.max(0, (tally['Promise Missed']?.n ?? 0) - listedMissed);
  const zone = ourZone(view);
  /** [T10] A promise may be kept until its day is over. */
  const isLate = (dueAt: number | null, at: number) => dueAt !== null && isPastDay(zone, dueAt, at);
  for (const { ref, state, dueAt, changedAt } of view.promises) {
    if (state === 'open' && !isLate(dueAt, view.now)) continue;
    of++;
    if (state === 'settled' && !missed.has(ref) && !isLate(dueAt, changedAt)) kept++;
  }
  return { id: 'promises', kept, of };
};

const answers = ({ questions }: View): Part => {
  const whole = questions.filter(({ state }) => state === 'settled').length;
  const half = questions.filter(({ state }) => state === 'partly').length;
  return { id: 'answers', kept: whole, of: whole + half };
};

/** Those that they confirmed as solved. One that we call solved has the quiet days of G2 to be confirmed in. */
const complaints = (view: View): Part => {
  const rest = view.policy.g2QuietDaysAfterComplaint;
  const confirmed = view.complaints.filter(({ state }) => state === 'confirmed').length;
  const doubtful = view.complaints.filter(
    ({ state, changedAt, reopened }) =>
      (state === 'settled' && daysSince(view, changedAt) > rest) || (state === 'open' && reopened > 0),
  ).length;
  return { id: 'complaints', kept: confirmed, of: confirmed + doubtful };
};

/**
 * [L1] How loyal we have been to them: promises kept on time, answers that were whole, complaints that they confirmed as
 * solved. The score (0..100) is the mean of the parts that there is something to say of.
 */
export const readLoyalty = (view: View): Loyalty => {
  const parts = [promises(view), answers(view), complaints(view)].filter(({ of }) => of > 0);
  return { score: meanOf(parts), parts };
};

/** The mean of what was kept of each part, 0..100; null when there is none. */
export const meanOf = (parts: Loyalty['parts']): number | null =>
  parts.length === 0 ? null : parts.reduce((sum, { kept, of }) => sum + (100 * kept) / of, 0) / parts.length;
