// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hosts } from '#lib/detect/hosts/index.ts';
import { hostOf, readPage, readWith } from '#lib/detect/read-page.ts';
import type { Host } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';
import { files, own, pageOf } from './pages.ts';

/** Whom a rep would name, page by page; a miss by its name. */
const truth: Record<
  string,
  { host: string; who: string; conversation?: string; subject?: string; self?: string[] }
> = {
  'roundcube-elastic-message': {
    host: 'roundcube',
    who: 'one maria@cafe.example Maria Jensen',
    conversation: 'INBOX/5',
    subject: 'Where is my order?',
    self: ['support@shop.example'],
  },
  'roundcube-larry-sent-preview': {
    host: 'roundcube',
    who: 'one maria@cafe.example Maria Jensen',
    conversation: 'Sent/6',
    subject: 'Re: Where is my order?',
  },
  'roundcube-classic-message': {
    host: 'roundcube',
    who: 'one priya@spice.example Priya Nair',
    subject: 'Contact form: grinders',
  },
  'roundcube-print': { host: 'roundcube', who: 'one mallory@evil.example support@shop.example' },
  'roundcube-list': { host: 'roundcube', who: 'none no-conversation' },
  'roundcube-compose': {
    host: 'roundcube',
    who: 'one jose@sari.example Cruz, José',
    conversation: 'compose/99',
    self: ['support@shop.example', 'rita@shop.example'],
  },
  'roundcube-attachment': { host: 'roundcube', who: 'none no-conversation' },
  'rt-display': {
    host: 'request-tracker',
    who: 'one maria@cafe.example Maria Jensen',
    conversation: '7',
    subject: 'Where is my order?',
    self: ['rita@shop.example'],
  },
  'rt-several': { host: 'request-tracker', who: 'several elena@torre.example marco@torre.example' },
  'rt-reply': {
    host: 'request-tracker',
    who: 'one maria@cafe.example Maria Jensen',
    conversation: '7',
    subject: 'Where is my order?',
  },
  'rt-reply-loading': { host: 'request-tracker', who: 'none loading' },
  'rt-telephone': { host: 'request-tracker', who: 'one maria@cafe.example Maria Jensen' },
  'rt-home': { host: 'request-tracker', who: 'none no-conversation' },
  'demo-open': {
    host: 'demo',
    who: 'one maria@cafe.example Maria Jensen',
    conversation: 'a1',
    subject: 'Where is my order?',
    self: ['support@shop.example'],
  },
  'demo-list': { host: 'demo', who: 'none no-conversation' },
  'other-webmail': { host: 'generic', who: 'one maria@cafe.example Maria Jensen' },
  'other-helpdesk': { host: 'generic', who: 'one maria@cafe.example Maria Jensen' },
  'other-thread': { host: 'generic', who: 'several maria@cafe.example lukas@brot.example' },
  'other-name-only': { host: 'generic', who: 'none name-only' },
  'other-list': { host: 'generic', who: 'none no-conversation' },
};

const inWords = (reading: ReturnType<typeof readPage>): string => {
  const who = whoIs(reading, own);
  if (who.kind === 'one') return `one ${who.person.address} ${who.person.person.name}`.trim();
  if (who.kind === 'several') return `several ${who.people.map((party) => party.address).join(' ')}`;
  return `none ${who.miss}`;
};

describe('the hosts', () => {
  it('are the files in hosts/, each listed once, the generic one last', () => {
    const dir = join(import.meta.dirname, '../../../lib/detect/hosts');
    const ids = readdirSync(dir)
      .filter((name) => name !== 'index.ts')
      .map((name) => name.replace(/\.ts$/u, ''));
    expect(hosts.map((host) => host.id).sort()).toEqual(ids.sort());
    expect(hosts.at(-1)?.id).toBe('generic');
  });

  it('have a truth for every page and a page for every truth', () => {
    expect(Object.keys(truth).sort()).toEqual([...files].sort());
  });
});

describe.each(Object.entries(truth))('%s', (file, expected) => {
  it(`shows ${expected.who}`, () => {
    const { doc, url } = pageOf(file);
    const reading = readPage(doc, url);
    expect(reading.host).toBe(expected.host);
    expect(inWords(reading)).toBe(expected.who);
    if (expected.self) expect(reading.self).toEqual(expected.self);
    if (reading.kind === 'people') {
      if (expected.conversation) expect(reading.conversation).toBe(expected.conversation);
      if (expected.subject) expect(reading.subject).toBe(expected.subject);
    }
  });

  it('names nobody who stands only in a text, a list or a field', () => {
    const { doc, url } = pageOf(file);
    const reading = readPage(doc, url);
    const named = reading.kind === 'people' ? reading.people.map((person) => person.address) : [];
    expect([...named, ...reading.self].filter((address) => address.endsWith('@trap.example'))).toEqual([]);
  });

  it.each(hosts.map((host) => [host.id, host] as const))('lets the %s host say nothing wrong', (id, host) => {
    const { doc, url } = pageOf(file);
    const who = whoIs(readWith(host, doc, url), own);
    const right = whoIs(readPage(doc, url), own);
    if (who.kind === 'one') {
      expect(who.person.address).toBe(right.kind === 'one' ? right.person.address : `nobody, says ${id}`);
    }
  });

  it('is watched where people are read, and nowhere in what somebody wrote', () => {
    const { doc, url } = pageOf(file);
    const host = hostOf(doc, url);
    const reading = host.read(doc, url);
    const regions = host.regions(doc);
    if (reading.kind === 'people') expect(regions.length).toBeGreaterThan(0);
    for (const region of regions)
      expect(region.closest('#messagebody, .transaction, .message-body')).toBeNull();
  });
});

describe('reading', () => {
  it('turns a host that throws into a layout unknown to it', () => {
    const broken: Host = {
      id: 'broken',
      name: 'Broken',
      version: '1',
      matches: () => true,
      read: () => {
        throw new Error('no such element');
      },
      regions: () => [],
    };
    const { doc, url } = pageOf('demo-open');
    expect(readWith(broken, doc, url)).toEqual({
      host: 'broken',
      version: '1',
      self: [],
      kind: 'miss',
      miss: 'layout-unknown',
    });
  });
});
