import { describe, expect, it } from 'vitest';
import { chooseReading, type Frames, hear, LOADING_MS, leave } from '#lib/detect/frames.ts';
import type { PageReading } from '#lib/detect/types.ts';

const common = { host: 'roundcube', version: '2026-11', self: [] };
const people = (address: string): PageReading => ({
  ...common,
  kind: 'people',
  conversation: address,
  people: [{ address, name: '', role: 'sender', confidence: 'sure', from: 'header' }],
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
});
