import { describe, expect, it } from 'vitest';
import { backoff, judge } from '#lib/sync/retry.ts';
import type { SyncError } from '#lib/sync/transport.ts';

const error = (code: SyncError['code'], retryAfter: number | null = null): SyncError => ({
  code,
  status: 0,
  message: '',
  retryAfter,
});

describe('what the client does about an error', () => {
  it.each([
    ['unauthorised', 'sign-in'],
    ['forbidden', 'sign-in'],
    ['token-expired', 'sign-in'],
    ['device-revoked', 'revoked'],
    ['upgrade-required', 'upgrade'],
    ['client-forked', 'again'],
    ['mutation-gap', 'again'],
    ['epoch-changed', 'again'],
    ['cursor-ahead', 'again'],
    ['cursor-too-old', 'again'],
    ['scopes-changed', 'again'],
    ['too-large', 'retry'],
    ['network', 'retry'],
    ['garbled', 'retry'],
    ['busy', 'retry'],
    ['too-many', 'retry'],
    ['storage', 'retry'],
    ['storage-full', 'retry'],
    ['internal', 'retry'],
  ] as const)('[S20]-[S29] %s: %s', (code, verdict) => {
    expect(judge(error(code), 0, 60_000, 0.5).do).toBe(verdict);
  });

  it('[S22] waits as long as the server asks', () => {
    expect(judge(error('busy', 7_000), 9, 60_000, 0.5)).toEqual({ do: 'retry', after: 7_000 });
  });

  it('[S22] waits longer each time, never over the cap, and at random so that a thousand clients spread', () => {
    expect([0, 1, 2, 3].map((n) => backoff(n, 60_000, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(backoff(500, 60_000, 1)).toBe(60_000);
    expect(backoff(3, 60_000, 0.25)).toBe(2_000);
  });
});
