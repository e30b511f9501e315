import { describe, expect, it } from 'vitest';
import { fromPage, sentFrom } from '#lib/messages/router.ts';

const url = 'https://mail.example/inbox';
const sender = { id: 'suki', frameId: 0, tab: { id: 7 }, url };
const reading = { kind: 'miss', miss: 'loading', host: 'demo', version: '2026-11', self: [] };
const message = { type: 'page.reading', document: 'doc-00001', reading };

describe('a message from a page', () => {
  it('is believed from our own script in a tab', () => {
    expect(fromPage('suki', sender, message)).toEqual({ tab: 7, frame: 0, site: url, message });
  });
  it('is the site’s that made it, when its document has no address of its own', () => {
    const blank = { ...sender, url: 'about:blank', origin: 'https://mail.example' };
    expect(fromPage('suki', blank, message)?.site).toBe('https://mail.example');
    expect(fromPage('suki', { ...sender, url: 'about:srcdoc' }, message)?.site).toBe('');
  });
  it.each([
    ['another extension', { ...sender, id: 'other' }],
    ['no tab', { id: 'suki', frameId: 0 }],
    ['no frame', { id: 'suki', tab: { id: 7 } }],
  ])('is refused from %s', (_name, from) => {
    expect(fromPage('suki', from, message)).toBeNull();
  });
  it.each([
    ['an unknown type', { ...message, type: 'page.eval' }],
    ['an unknown miss', { ...message, reading: { ...reading, miss: 'x' } }],
    ['a name without end', { ...message, reading: { ...reading, host: 'x'.repeat(1_000) } }],
    ['nothing', null],
  ])('is refused with %s', (_name, payload) => {
    expect(fromPage('suki', sender, payload)).toBeNull();
  });
});

describe('the word that a reply went out', () => {
  const sent = { type: 'page.sent', at: 1_763_000_000_000 };
  it('is believed of a frame of a tab, and of nobody else', () => {
    expect(sentFrom('suki', sender, sent)).toEqual({ tab: 7, at: sent.at });
    expect(sentFrom('suki', sender, { ...sent, at: -1 })).toBeNull();
    expect(sentFrom('suki', { ...sender, id: 'other' }, sent)).toBeNull();
    expect(sentFrom('suki', { id: 'suki' }, sent)).toBeNull();
    expect(sentFrom('suki', sender, message)).toBeNull();
    expect(fromPage('suki', sender, sent)).toBeNull();
  });
});
