import { describe, expect, test } from 'vitest';
import { findCycle, listFiles, readAll, readSource } from './source-graph.ts';

const files = readAll();
const paths = listFiles();

/**
 * Which values a folder may import: other folders of ours, and packages by name. Types are erased and so are
 * free, except between the panel and the server, whose only common language is the contract. The longest
 * matching folder counts; one that stands for itself only is left out.
 */
const mayImport: Record<string, readonly string[]> = {
  'lib/contract': ['pkg:zod'],
  'lib/lifecycle': ['lib/contract'],
  'lib/playbook': ['lib/contract'],
  'lib/filter': ['lib/contract'],
  'lib/detect': [
    ...['pkg:postal-mime', 'pkg:tldts', 'pkg:email-providers', 'pkg:unhomoglyph', 'pkg:punycode.js'],
  ],
  // Runs in pages, and knows the labels of a mail's rows as the detectors do.
  'lib/compose': ['lib/detect'],
  // Tells what it sees in the detectors' own terms: what is a label, an address, the text of a message.
  'lib/report': ['lib/contract', 'lib/detect'],
  'lib/messages': ['lib/contract', 'pkg:zod'],
  'lib/cache': ['lib/contract', 'lib/lifecycle', 'pkg:dexie'],
  'lib/sync': ['lib/contract', 'lib/cache', 'lib/filter', 'pkg:eventsource-parser'],
  'lib/i18n': ['lib/contract', 'lib/lifecycle', 'pkg:@lingui/core', 'pkg:@lingui/message-utils'],
  'lib/platform': [
    ...['lib/contract', 'lib/messages', 'lib/cache', 'lib/sync', 'lib/detect', 'lib/compose'],
    ...['pkg:webextension-polyfill', 'pkg:dexie', 'pkg:fake-indexeddb', 'pkg:zod'],
  ],
  // Hooks fetch and act, the rest of the components draw what they are given.
  'components/hooks': ['components', 'lib', 'pkg:react', 'pkg:dexie', 'pkg:dexie-react-hooks'],
  components: [
    ...['components/hooks', 'lib/contract', 'lib/lifecycle', 'lib/i18n'],
    ...[
      'pkg:react',
      'pkg:@base-ui/react',
      'pkg:@tanstack/react-virtual',
      'pkg:lucide-react',
      'pkg:react-hook-form',
    ],
  ],
  entrypoints: ['lib', 'components', 'pkg:react', 'pkg:react-dom', 'pkg:wxt'],
  server: [
    ...['lib/contract', 'lib/lifecycle', 'lib/playbook', 'lib/filter', 'package.json'],
    ...['pkg:hono', 'pkg:@hono/node-server', 'pkg:@hono/zod-openapi', 'pkg:zod'],
    ...['pkg:kysely', 'pkg:pg', 'pkg:@nats-io/transport-node', 'pkg:papaparse', 'pkg:node:'],
  ],
};
const folders = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const folderOf = (path: string): string | undefined =>
  folders.find((folder) => path.startsWith(`${folder}/`));

const isWithin = (to: string, allowed: string): boolean =>
  to === allowed || to.startsWith(`${allowed}/`) || (allowed.endsWith(':') && to.startsWith(allowed));

describe('who may import whom', () => {
  test.each(folders)('%s imports only what it may', (folder) => {
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    const strays = files
      .filter(({ path }) => folderOf(path) === folder)
      .flatMap(({ imports }) => imports)
      .filter(({ to, typeOnly }) => !typeOnly && !allowed.some((one) => isWithin(to, one)));
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('every source folder of the product has its line in the table', () => {
    const product = files.filter(({ path }) => !/^(scripts|test)\//.test(path));
    expect(product.filter(({ path }) => folderOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('server and extension share the contract, not even types of each other', () => {
    const crossing = files
      .flatMap(({ imports }) => imports)
      .filter(
        ({ from, to }) =>
          (/^(components|entrypoints|lib)\//.test(from) && to.startsWith('server/')) ||
          (from.startsWith('server/') && /^(components|entrypoints)\//.test(to)),
      );
    expect(crossing.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('the product imports no entrypoint, no test and no script', () => {
    const backwards = files
      .flatMap(({ imports }) => imports)
      .filter(
        ({ from, to }) =>
          !/^(test|scripts)\//.test(from) &&
          (/^(test|scripts)\//.test(to) ||
            (to.startsWith('entrypoints/') && !from.startsWith('entrypoints/'))),
      );
    expect(backwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('only lib/platform touches the browser', () => {
    const touching = files.filter(
      ({ path, imports, objects }) =>
        path.startsWith('lib/') &&
        !path.startsWith('lib/platform/') &&
        (objects.has('browser') ||
          objects.has('chrome') ||
          imports.some(
            ({ to, typeOnly }) => !typeOnly && /^pkg:(webextension-polyfill|wxt|@wxt-dev)/.test(to),
          )),
    );
    expect(touching.map(({ path }) => path)).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    expect(findCycle(files)).toBeUndefined();
  });
});

// What a registry's folder holds beside its entries: the shape that each entry has, and what entries share.
const registries: Record<string, readonly string[]> = {
  'lib/detect/hosts': [],
  'lib/lifecycle/triggers': ['trigger.ts'],
  'lib/lifecycle/guards': ['guard.ts'],
  'lib/lifecycle/stages': ['rule.ts', 'signals.ts'],
  'server/ingest/mutators': ['types.ts', 'team-fault.ts'],
};

describe('one file plus one line', () => {
  test.each(Object.entries(registries))('%s lists each of its files, once', (folder, shapes) => {
    const here = files.filter(({ path }) => path.startsWith(`${folder}/`));
    const index = here.find(({ path }) => path === `${folder}/index.ts`);
    const entries = here.map(({ path }) => path).filter((path) => path !== index?.path);
    const isEntry = (path: string): boolean => !shapes.some((shape) => path === `${folder}/${shape}`);
    const listed =
      index?.imports.filter(({ to, typeOnly }) => !typeOnly && to.startsWith(`${folder}/`)) ?? [];
    expect(entries.filter(isEntry).length).toBeGreaterThan(0);
    expect(
      listed
        .map(({ to }) => to)
        .filter(isEntry)
        .sort(),
    ).toEqual(entries.filter(isEntry).sort());
  });
});

describe('files', () => {
  test('have names in kebab-case', () => {
    const named = /^([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)+$|^[A-Z]+\.md$/;
    expect(
      paths.filter(
        (path) =>
          !path
            .split('/')
            .slice(0, -1)
            .every((part) => /^[a-z0-9-]+$/.test(part)),
      ),
    ).toEqual([]);
    expect(paths.filter((path) => !named.test(path.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('stay within 300 lines', () => {
    expect(files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });
});

describe('the reader of imports that all of this rests on', () => {
  const targets = (text: string) =>
    readSource('lib/a/b.ts', text).imports.map(({ to, typeOnly }) => [to, typeOnly]);

  test('tells types from values', () => {
    expect(targets("import { type A } from './c.ts'; import type { B } from '#lib/d.ts';")).toEqual([
      ['lib/a/c.ts', true],
      ['lib/d.ts', true],
    ]);
    expect(targets("import { type A, b } from '../c.ts'; import './style.css';")).toEqual([
      ['lib/c.ts', false],
      ['lib/a/style.css', false],
    ]);
  });

  test('sees re-exports, dynamic imports and parts of packages', () => {
    expect(
      targets(
        "export { a } from './c.ts'; export * from 'zod/mini'; const d = import('@base-ui/react/menu');",
      ),
    ).toEqual([
      ['lib/a/c.ts', false],
      ['pkg:zod', false],
      ['pkg:@base-ui/react', false],
    ]);
  });

  test('finds a circle, and does not take a fork that joins again for one', () => {
    const file = (path: string, ...to: string[]) =>
      readSource(path, to.map((one) => `import '#${one}';`).join('\n'));
    expect(
      findCycle([file('a.ts', 'b.ts', 'c.ts'), file('b.ts', 'd.ts'), file('c.ts', 'd.ts'), file('d.ts')]),
    ).toBeUndefined();
    expect(findCycle([file('a.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts', 'b.ts')])).toEqual([
      'b.ts',
      'c.ts',
      'b.ts',
    ]);
  });
});
