import { describe, expect, it } from 'vitest';
import { chooseReading, drop, type Frames, hear, LOADING_MS, leave } from '#lib/detect/frames.ts';
import type { Confidence, PageReading } from '#lib/detect/types.ts';

const common = { host: 'roundcube', version: '2026-11', self: [] };
const people = (address: string, confidence: Confidence = 'sure'): PageReading => ({
  ...common,
  kind: 'people',
  conversation: address,
  people: [{ address, name: '', role: 'sender', confidence, from: 'header' }],
});
const nobody: PageReading = { ...common, kind: 'miss', miss: 'no-conversation' };
const seen = (frames: Frames, now: number) => {
  const reading = chooseReading(frames, now)?.reading;
  return reading?.kind === 'people' ? reading.people[0]?.address : reading?.miss;
};

describe('several frames of one tab', () => {
  const list = hear({}, 0, { document: 'top', at: 1, reading: nobody });
  const open = hear(list, 3, { document: 'mail-1', at: 2, reading: people('ana@a.example') });

  it('lets the frame with people speak for the tab', () => {
    expect(seen(list, 2)).toBe('no-conversation');
    expect(seen(open, 3)).toBe('ana@a.example');
  });

  it('shows nobody between two mails, never the one that left', () => {
    const left = leave(open, 3, 'mail-1', 4);
    expect(seen(left, 5)).toBe('loading');
    expect(seen(hear(left, 3, { document: 'mail-2', at: 6, reading: people('ben@b.example') }), 7)).toBe(
      'ben@b.example',
    );
  });

  it('does not let a late farewell clear the next mail', () => {
    const next = hear(open, 3, { document: 'mail-2', at: 4, reading: people('ben@b.example') });
    expect(seen(leave(next, 3, 'mail-1', 5), 6)).toBe('ben@b.example');
  });

  it('stops waiting for a frame that was taken away', () => {
    const left = leave(open, 3, 'mail-1', 4);
    expect(seen(left, 5 + LOADING_MS)).toBe('no-conversation');
  });

  it('forgets all frames when the tab itself goes elsewhere', () => {
    expect(seen(hear(open, 0, { document: 'other', at: 9, reading: nobody }), 10)).toBe('no-conversation');
    expect(seen(leave(open, 0, 'top', 9), 10)).toBe('loading');
  });

  it('forgets frames of which it cannot know whose they are when the top frame speaks for the first time', () => {
    const early = hear({}, 3, { document: 'mail-1', at: 1, reading: people('ana@a.example') });
    expect(Object.keys(hear(early, 0, { document: 'top', at: 2, reading: nobody }))).toEqual(['0']);
  });

  it.each<[Confidence, Confidence]>([
    ['likely', 'weak'],
    ['sure', 'weak'],
    ['sure', 'likely'],
    ['likely', 'likely'],
  ])('lets the top frame, which is %s, speak before a frame in it that is %s and newer', (top, inner) => {
    const mail = hear({}, 0, { document: 'top', at: 1, reading: people('ana@a.example', top) });
    const planted = { document: 'text', at: 2, reading: people('planted@b.example', inner) };
    expect(seen(hear(mail, 3, planted), 3)).toBe('ana@a.example');
  });

  it('lets a frame that is surer speak before the top frame, and the newest of several', () => {
    const card = hear({}, 0, { document: 'top', at: 5, reading: people('card@c.example', 'weak') });
    const first = hear(card, 3, { document: 'mail-1', at: 2, reading: people('ana@a.example') });
    expect(seen(first, 6)).toBe('ana@a.example');
    const second = hear(first, 4, { document: 'mail-2', at: 3, reading: people('ben@b.example') });
    expect(seen(second, 6)).toBe('ben@b.example');
  });

  it('is not kept waiting by a frame that goes and did not speak for the tab', () => {
    const mail = hear({}, 0, { document: 'top', at: 1, reading: people('ana@a.example', 'likely') });
    const text = hear(mail, 3, { document: 'text', at: 2, reading: people('planted@b.example', 'weak') });
    expect(seen(leave(text, 3, 'text', 3), 4)).toBe('ana@a.example');
  });

  it('drops one frame and no other', () => {
    expect(Object.keys(drop(open, 3))).toEqual(['0']);
  });
});
