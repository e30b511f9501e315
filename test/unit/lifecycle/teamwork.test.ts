import { describe, expect, it } from 'vitest';
import { daysAgo, event, hoursAgo, view } from './people.ts';

describe('who is at work on a customer', () => {
  it('[TW1] [R4-19] tells who is replying, until they let go or the time is over', () => {
    const claim = event('Claim Taken', hoursAgo(0.1), { until: hoursAgo(-0.4) }, { by: 'Mia' });
    expect(view([claim]).teamwork.claim).toEqual({ by: 'Mia', at: hoursAgo(0.1), until: hoursAgo(-0.4) });
    expect(view([claim], hoursAgo(-0.5)).teamwork.claim).toBeNull();
    expect(view([claim, event('Claim Released', hoursAgo(0.05), {})]).teamwork.claim).toBeNull();
  });

  it('[TW1] [R4-19] tells to whom they were handed over, the newest time', () => {
    const over = (days: number, to: string) => event('Handed Over', daysAgo(days), { to }, { by: 'Mia' });
    expect(view([over(3, 'Tomas'), over(1, 'Ben')]).teamwork.handedTo).toEqual({
      to: 'Ben',
      by: 'Mia',
      at: daysAgo(1),
    });
  });

  it('[TW1] forgets a hand-over after a month', () => {
    const over = event('Handed Over', daysAgo(29), { to: 'Ben' });
    expect(view([over]).teamwork.handedTo?.to).toBe('Ben');
    expect(view([over], daysAgo(-2)).teamwork.handedTo).toBeNull();
  });

  it('[TW1] a complaint that came back is nobody’s until somebody takes it on again', () => {
    const raised = event('Complaint Raised', daysAgo(9), { ref: 'c1' });
    const taken = event('Concern Taken', daysAgo(8), { ref: 'c1' }, { by: 'Mia' });
    const again = event('Complaint Reopened', daysAgo(2), { ref: 'c1' });
    expect(view([raised, taken]).complaints[0]?.owner?.by).toBe('Mia');
    expect(view([raised, taken, again]).complaints[0]?.owner).toBeNull();
  });

  it('[TW1] lets machines rest until then, or until they are called back', () => {
    const rest = event('Automations Paused', daysAgo(1), { until: daysAgo(-6) });
    expect(view([rest]).teamwork.automationsPausedUntil).toBe(daysAgo(-6));
    expect(view([rest], daysAgo(-7)).teamwork.automationsPausedUntil).toBeNull();
    expect(
      view([rest, event('Automations Resumed', hoursAgo(1), {})]).teamwork.automationsPausedUntil,
    ).toBeNull();
  });
});
