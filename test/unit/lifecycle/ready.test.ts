import { describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import { raised, scene } from '../rows/scene.ts';
import { contact, csat, daysAgo, event, nps, order, reading, wrote } from './people.ts';

const customer = [order(400), order(300), order(200), wrote(5)];
const ready = (...events: SukiEvent[]) => reading([...customer, ...events]).ready;

describe('somebody who may like to speak for us', () => {
  it('[AR1] gave us nine of ten or five of five in the last 180 days', () => {
    expect(ready(nps(20, 9))).toEqual({
      code: 'ready-glad',
      values: { score: 9, of: 10, ratedAt: daysAgo(20) },
    });
    expect(ready(csat(180, 5))).toMatchObject({ values: { score: 5, of: 5 } });
    expect(ready(nps(20, 8))).toBeNull();
    expect(ready(csat(20, 4))).toBeNull();
    expect(ready(csat(181, 5))).toBeNull();
    expect(ready()).toBeNull();
  });

  it('[AR1] is judged by the newest rating, and not while something is wrong', () => {
    expect(ready(nps(40, 10), csat(10, 3))).toBeNull();
    expect(ready(nps(40, 3), csat(10, 5))).not.toBeNull();
    expect(ready(nps(20, 10), raised(1))).toBeNull();
  });

  it('[AR1] does not do so yet, and is still with us', () => {
    expect(ready(nps(20, 10), event('Product Shared', daysAgo(10), {}))).toBeNull();
    expect(reading([order(213), nps(20, 10)])).toMatchObject({ stage: { stage: 'lapsed' }, ready: null });
  });

  it('[T19] [R1-27] may be asked for a referral, after somebody was there for them and not at seven of ten', () => {
    const cared = [contact(40), contact(55), contact(70)];
    const seen = (score: number) => scene([...customer, ...cared, nps(20, score)]);
    expect(seen(10).decision.reading.stage.stage).toBe('retain');
    expect(seen(10).open).toContain('offer_referral');
    expect(seen(7).card('offer_referral')).toBeUndefined();
  });
});
