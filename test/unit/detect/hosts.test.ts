// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { specs } from '#lib/detect/hosts/index.ts';
import { marks } from '#lib/detect/marks.ts';
import { hostOf, hosts, readPage } from '#lib/detect/read-page.ts';
import { readWith } from '#lib/detect/resolve.ts';
import { specFrom, specText } from '#lib/detect/spec-text.ts';
import type { Host } from '#lib/detect/types.ts';
import { corpora } from './corpus/index.ts';
import { inWords } from './in-words.ts';
import { pageNamed, pages, parse } from './pages.ts';

const list = (folder: string, not: RegExp): string[] =>
  readdirSync(join(import.meta.dirname, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !not.test(entry.name))
    .map(({ name }) => name.replace(/\.ts$/u, ''))
    .sort();

describe('the hosts', () => {
  const ids = hosts.map(({ id }) => id);

  it('are the files in hosts/, each listed once, and the generic one last', () => {
    expect(list('../../../lib/detect/hosts', /^index\.ts$/u)).toEqual(specs.map(({ id }) => id).sort());
    expect(ids).toEqual([...specs.map(({ id }) => id), 'generic']);
  });

  it('have a mark each, in the same order, and the mark a host', () => {
    expect(marks.map(({ id }) => id)).toEqual(specs.map(({ id }) => id));
  });

  it('come through as they were when they are sent to a page', () => {
    for (const spec of specs) expect(specFrom(specText(spec))).toEqual(spec);
  });

  it('have a corpus each, and each corpus has its host', () => {
    expect(corpora.map(({ host }) => host)).toEqual(ids);
    expect(list('corpus', /^(?:index|corpus|file|traps)\.ts$/u)).toEqual([...ids].sort());
  });

  it('have pages of different names, in several layouts', () => {
    const names = pages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { host, pages: all } of corpora) expect([host, all.length > 1]).toEqual([host, true]);
  });
});

describe.each(pages.map((page) => [page.name, page] as const))(
  '%s',
  (_, { html, url: at, truth, corpus }) => {
    const url = new URL(at);

    it(`shows ${truth.who}`, () => {
      const reading = readPage(parse(html), url);
      expect(reading.host).toBe(truth.host ?? corpus);
      expect(inWords(reading)).toBe(truth.who);
      if (truth.self) expect(reading.self).toEqual(truth.self);
      if (reading.kind === 'people') {
        if (truth.conversation) expect(reading.conversation).toBe(truth.conversation);
        if (truth.subject) expect(reading.subject).toBe(truth.subject);
      }
    });

    it('names nobody who stands only in a text, a list or a field', () => {
      const reading = readPage(parse(html), url);
      const named = reading.kind === 'people' ? reading.people.map((person) => person.address) : [];
      expect([...named, ...reading.self].filter((address) => address.endsWith('@trap.example'))).toEqual([]);
    });

    it('is watched where people are read, and nowhere in what somebody wrote', () => {
      const doc = parse(html);
      const host = hostOf(doc, url);
      const reading = host.read(doc, url);
      const regions = host.regions(doc);
      if (reading.kind === 'people') expect(regions.length).toBeGreaterThan(0);
      for (const region of regions) expect(region.textContent).not.toContain('labelled@trap.example');
    });
  },
);

describe('reading', () => {
  it('turns a host that throws into a layout unknown to it', () => {
    const broken: Host = {
      id: 'broken',
      version: '1',
      read: () => {
        throw new Error('no such element');
      },
      regions: () => [],
    };
    const { html, url } = pageNamed('demo-open');
    expect(readWith(broken, parse(html), new URL(url))).toEqual({
      host: 'broken',
      version: '1',
      self: [],
      kind: 'miss',
      miss: 'layout-unknown',
    });
  });
});
