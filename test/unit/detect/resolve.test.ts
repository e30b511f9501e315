// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demo } from '#lib/detect/hosts/demo.ts';
import { createResolver, readWith } from '#lib/detect/resolve.ts';
import type { Host } from '#lib/detect/types.ts';
import { PageMessageSchema } from '#lib/messages/schemas.ts';

const url = new URL('http://127.0.0.1:8787/demo#/c/a');
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main data-suki-demo="1"></main>';
});
afterEach(() => vi.useRealTimers());

it('a description that nobody brought is asked for again on a page that stands still', async () => {
  const specOf = vi
    .fn()
    .mockResolvedValueOnce(null)
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue(demo);
  const look = vi.fn(() => void resolve(document, url));
  const resolve = createResolver(specOf, look);
  expect(resolve(document, url).read(document, url)).toMatchObject({ miss: 'loading' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(specOf).toHaveBeenCalledTimes(3);
  expect(resolve(document, url).version).toBe(demo.version);
});

it('whatever a page says of somebody is short enough for the worker to hear it', () => {
  const host: Host = {
    id: 'demo',
    version: '2026-11-22',
    regions: () => [],
    read: () => ({
      host: 'demo',
      version: '2026-11-22',
      self: [`${'x'.repeat(400)}@shop.example`, 'support@shop.example'],
      kind: 'people',
      conversation: 'a',
      people: [
        {
          address: 'maria@cafe.example',
          name: 'M'.repeat(5_000),
          role: 'sender',
          confidence: 'sure',
          from: 'x',
        },
        {
          address: `${'y'.repeat(2_000)}@cafe.example`,
          name: '',
          role: 'participant',
          confidence: 'weak',
          from: 'x',
        },
      ],
    }),
  };
  const reading = readWith(host, document, url);
  expect(PageMessageSchema.safeParse({ type: 'page.reading', document: 'a document', reading }).success).toBe(
    true,
  );
  expect(reading).toMatchObject({
    self: ['support@shop.example'],
    people: [{ address: 'maria@cafe.example' }],
  });
});
