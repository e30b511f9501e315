import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Play } from '#lib/contract/playbook.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { lint } from '#lib/playbook/lint.ts';
import { daysAgo, event, NOW, wrote } from '../lifecycle/people.ts';
import { atTheLimit, playbookWith, playOf, scene } from './scene.ts';

const subscribed = event('Subscription Started', daysAgo(200), {});

describe('a payment that failed on day 0', () => {
  const failedAt = NOW - 0 * DAY;

  /** Somebody who writes each note as soon as it is suggested: the days on which they do. */
  const notes = (failed: SukiEvent, changes: Record<string, Partial<Play>> = {}): number[] => {
    const playbook = playbookWith(changes);
    const events: SukiEvent[] = [subscribed, failed];
    const days: number[] = [];
    for (let day = 0; day <= 21; day += 1) {
      const now = failedAt + day * DAY;
      const due = scene(events, { now, playbook }).open.find((id) => playOf(id).dunning);
      if (due === undefined) continue;
      days.push(day);
      events.push(event('Action Done', now, { play: due, contact: true, purpose: 'billing' }));
    }
    return days;
  };

  it('[R3-22] is followed by no note on days 0 to 2 and by at most 3 until day 21', () => {
    const failed = event('Payment Failed', failedAt, {});
    const usual = notes(failed);
    expect(usual[0]).toBe(3);
    expect(usual.length).toBeLessThanOrEqual(3);
    // Also for a play that would write every day.
    const { triggers } = playOf('failed_payment_note');
    const daily = triggers.map((trigger) => ({ ...trigger, from: 0, to: 60 }));
    const eager = notes(failed, {
      failed_payment_note: { triggers: daily, cooldownDays: 0, urgency: 'issue' },
    });
    expect(eager).toEqual([3, 8, 13]);
    const blocked = (day: number) =>
      scene([subscribed, failed], {
        now: failedAt + day * DAY,
        playbook: playbookWith({ failed_payment_note: { triggers: daily } }),
      }).held('failed_payment_note');
    for (const day of [0, 1, 2])
      expect(blocked(day)).toMatchObject({ guard: 'G8', until: failedAt + 3 * DAY });
    expect(blocked(3)).toBeNull();
  });

  it('[R3-22] hears no word that hurries: the playbook with one is refused', () => {
    const { text } = playOf('failed_payment_note');
    const said = (words: string) => {
      const draft = `${words} ${text.draft}`;
      return lint(playbookWith({ failed_payment_note: { text: { ...text, draft } } }), isSeen);
    };
    expect(said('It can wait.')).toEqual([]);
    for (const words of ['URGENT: act now.', 'Your account is past due.', 'This is the final notice.'])
      expect(said(words)[0]).toMatchObject({ play: 'failed_payment_note', path: 'text.draft' });
  });

  it('[R3-22] rests the offers meanwhile', () => {
    const failed = event('Payment Failed', failedAt, {});
    const at = (day: number, ...more: SukiEvent[]) =>
      scene([subscribed, ...atTheLimit(), ...more], { now: failedAt + day * DAY });
    expect(at(1).open).toContain('suggest_upgrade');
    expect(at(1, failed).held('suggest_upgrade')).toMatchObject({ guard: 'G8', until: failedAt + 21 * DAY });
    const mended = event('Payment Method Updated', failedAt + DAY / 2, {});
    expect(at(1, failed, mended).open).toContain('suggest_upgrade');
  });
});

describe('"cancel, I am taking a break"', () => {
  it('[R3-23] brings the offer of a pause first; then they are paused, not lapsed, and all cards are off', () => {
    const intent = event('Cancel Intent Stated', daysAgo(1), { text: 'cancel, taking a break' });
    const asks = [subscribed, wrote(60), intent, ...atTheLimit()];
    expect(scene(asks).top).toBe('offer_pause');
    const until = NOW + 40 * DAY;
    const pausing = [...asks, event('Subscription Paused', daysAgo(0.5), { until })];
    const seen = scene(pausing, { now: NOW + 20 * DAY });
    expect(seen.decision.reading.status.status).toBe('paused');
    expect(seen.decision.reading.stage.stage).not.toBe('lapsed');
    expect(seen.open).toEqual([]);
    for (const { blocked } of seen.decision.hidden) expect(blocked).toMatchObject({ guard: 'G12', until });
    expect(seen.decision.hidden.length).toBeGreaterThan(0);
    const question = event('Question Asked', NOW + 18 * DAY, { ref: 'q' });
    expect(scene([...pausing, question], { now: NOW + 20 * DAY }).top).toBe('answer_question');
    expect(scene(pausing, { now: until + DAY }).open).toContain('welcome_back');
  });
});
