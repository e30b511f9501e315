import { describe, expect, it } from 'vitest';
import { meddicItems } from '#lib/contract/events.ts';
import { daysAgo, event, NOW, order, reading } from './people.ts';

const account = { account: true };
const asked = event('Question Asked', daysAgo(30), { ref: 'q1' });
const noted = (item: 'metrics' | 'buyer' | 'criteria' | 'process' | 'pain' | 'champion', days = 9) =>
  event('MEDDIC Noted', daysAgo(days), { item });

describe('the six questions of a sale to a company', () => {
  it('[MD1] [R2-09] counts what is known of six, and asks for the buyer when only metrics and pain are known', () => {
    const { meddic } = reading([asked, noted('pain'), noted('metrics')], NOW, account);
    expect(meddic?.score).toBe(2);
    expect(meddic?.next).toBe('buyer');
    expect(meddic?.items.find(({ item }) => item === 'pain')?.knownAt).toBe(daysAgo(9));
  });

  it('[MD1] asks for the first of the six that is missing', () => {
    const known = meddicItems.map((item) => noted(item));
    for (let i = 0; i < known.length; i++)
      expect(reading([asked, ...known.slice(0, i)], NOW, account).meddic?.next).toBe(meddicItems[i]);
    expect(reading([asked, ...known], NOW, account).meddic).toMatchObject({ score: 6, next: null });
  });

  it('[MD1] takes back what was cleared, and believes the newest word', () => {
    const cleared = event('MEDDIC Cleared', daysAgo(5), { item: 'buyer' });
    expect(reading([asked, noted('buyer', 9), cleared], NOW, account).meddic?.score).toBe(0);
    expect(reading([asked, noted('buyer', 2), cleared], NOW, account).meddic?.score).toBe(1);
  });

  it('[MD1] is nothing for a person, nor for a company that bought', () => {
    expect(reading([asked, noted('pain')]).meddic).toBeNull();
    expect(reading([asked, noted('pain'), order(3)], NOW, account).meddic).toBeNull();
  });
});
