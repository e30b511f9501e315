import { type ProfilePart, profileParts } from '../contract/events.ts';
import type { OpenFacts, Stub } from '../contract/facts.ts';
import { type Stage, stages } from '../contract/stage.ts';
import type { View } from './view.ts';

export const isStage = (name: unknown): name is Stage => stages.some((stage) => stage === name);

export const word = (value: Stub['d'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

export const readTalk = ({ recent }: OpenFacts): View['talk'] => {
  const stub = recent.talks.find(({ d }) => typeof d.minutes === 'number');
  return stub && typeof stub.d.minutes === 'number' ? { at: stub.at, minutes: stub.d.minutes } : null;
};

/** What was noted of who they are and when they celebrate, and why they left. */
export const readKnown = ({ recent }: OpenFacts): Pick<View, 'profileParts' | 'days' | 'lapseCause'> => {
  const parts: Partial<Record<ProfilePart, number>> = {};
  const days: { day: string; month: number; date: number }[] = [];
  let lapseCause: string | null = null;
  for (const { type, at, d } of recent.known) {
    if (type === 'Profile Noted') {
      const part = profileParts.find((name) => name === d.part);
      if (part) parts[part] = at;
    } else if (type === 'Special Day Noted' && typeof d.month === 'number' && typeof d.date === 'number')
      days.push({ day: String(d.day), month: d.month, date: d.date });
    else if (type === 'Lapse Explained') lapseCause = word(d.cause);
  }
  return { profileParts: parts, days, lapseCause };
};

/** [ST10] A stage named by hand holds until its day or until somebody lifts it. */
export const readOverride = ({ recent }: OpenFacts, now: number): View['override'] => {
  const stub = recent.desk.find(({ type }) => type === 'Stage Overridden');
  if (!stub) return null;
  const { to, reason, until, by } = stub.d;
  if (!isStage(to) || typeof until !== 'number' || now >= until || stub.at > now) return null;
  return { to, reason: word(reason) ?? '', by: word(by), at: stub.at, until };
};

/** Turned off, and neither turned on again nor begun anew since. */
export const offAt = ({ recent }: OpenFacts): number | null => {
  // One stub of each kind, newest first: the first of the three says how it is.
  const last = recent.subscription.find(
    ({ type }) =>
      type === 'Autorenew Turned Off' || type === 'Autorenew Turned On' || type === 'Subscription Started',
  );
  return last?.type === 'Autorenew Turned Off' ? last.at : null;
};

export const readOnboarding = ({ recent }: OpenFacts): View['onboarding'] => {
  const step = recent.subscription.find(({ type }) => type === 'Onboarding Step Completed');
  return step && typeof step.d.left === 'number' ? { at: step.at, left: step.d.left } : null;
};
