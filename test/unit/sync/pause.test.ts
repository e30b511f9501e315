import { describe, expect, it } from 'vitest';
import { isOver, type Pause, pauseAfter } from '#lib/sync/pause.ts';
import type { SyncError } from '#lib/sync/transport.ts';

const failed = (code: SyncError['code'], retryAfter: number | null = null) =>
  ({ ok: false, error: { code, status: 0, message: '', retryAfter } }) as const;
const NOW = 1_790_000_000_000;

describe('[S22] the pauses of a closed panel', () => {
  it('grow from alarm to alarm, up to five minutes', () => {
    const lengths: number[] = [];
    let pause: Pause | null = null;
    for (let i = 0; i < 12; i += 1) {
      pause = pauseAfter(pause, failed('network'), NOW, 1);
      lengths.push((pause?.until ?? 0) - NOW);
    }
    expect(lengths.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(lengths.slice(-3)).toEqual([300_000, 300_000, 300_000]);
  });

  it.each(['busy', 'too-many'] as const)('are as long as the server asks: %s', (code) => {
    const pause = pauseAfter(null, failed(code, 600_000), NOW, 0);
    expect(pause).toMatchObject({ until: NOW + 600_000, asked: true });
    expect(isOver(pause, NOW + 599_999)).toBe(false);
    expect(isOver(pause, NOW + 600_000)).toBe(true);
  });

  it('end with the first exchange that goes well', () => {
    const pause = pauseAfter(null, failed('network'), NOW, 1);
    expect(pauseAfter(pause, { ok: true }, NOW, 1)).toBeNull();
    expect(isOver(null, NOW)).toBe(true);
  });

  it('do not hold when what was wrong is mended by greeting again', () => {
    expect(isOver(pauseAfter(null, failed('scopes-changed'), NOW, 1), NOW)).toBe(true);
  });

  it('do not outlast a clock that is set back', () => {
    expect(isOver(pauseAfter(null, failed('busy', 60_000), NOW, 1), NOW - 1)).toBe(true);
  });
});
