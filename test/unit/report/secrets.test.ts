// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Skeleton } from '#lib/contract/report.ts';
import { isSkeletonLine } from '#lib/contract/report-line.ts';
import { anchors, parts } from '#lib/contract/report-words.ts';
import { skeletonsOf } from '#lib/report/skeleton.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';

describe('nothing that stands in a page gets into its picture', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const secret = fc
    .array(fc.constantFrom(...letters), { minLength: 12, maxLength: 20 })
    .map((chars) => `zq${chars.join('')}`);
  /** As somebody's data stands in pages: bare, beside our own words, as an address, a link, a script's value. */
  const dressed = fc
    .tuple(
      secret,
      fc.constantFrom('', 'user-', 'message_', 'From: ', 'https://x.example/', 'mailto:', 'class '),
      fc.constantFrom('', '@shop.example', '-row', ' <a@b.example>', '();', '\n', '"'),
    )
    .map(([text, before, after]) => ({ secrets: [text], value: before + text + after }));
  type Grown = { secrets: string[]; node: Node };
  const inName = secret.map((text) => text.replace(/[^a-z0-9]/g, ''));

  const grow: fc.Arbitrary<() => Grown> = fc.letrec<{ tree: () => Grown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      dressed.map(({ secrets, value }) => () => ({ secrets, node: document.createTextNode(value) })),
      dressed.map(({ secrets, value }) => () => ({
        secrets,
        node: document.createComment(value.replaceAll('--', '')),
      })),
      fc
        .record({
          tag: fc.oneof(
            fc.constantFrom(
              'div',
              'span',
              'a',
              'td',
              'input',
              'script',
              'style',
              'svg',
              'title',
              'option',
              'textarea',
            ),
            inName.map((name) => `x-${name}`),
            inName.map((name) => `message-${name}`),
            inName,
          ),
          attributes: fc.array(
            fc.tuple(
              fc.oneof(
                fc.constantFrom(
                  'class',
                  'id',
                  'title',
                  'href',
                  'name',
                  'role',
                  'type',
                  'dir',
                  'style',
                  'lang',
                  'value',
                ),
                fc.constantFrom(
                  'aria-label',
                  'aria-expanded',
                  'data-testid',
                  'data-message-id',
                  'email',
                  'itemprop',
                ),
                inName.map((name) => `data-${name}`),
                inName,
              ),
              dressed,
            ),
            { maxLength: 4 },
          ),
          shadow: fc.boolean(),
          kids: fc.array(tie('tree'), { maxLength: 4 }),
        })
        .map(({ tag, attributes, shadow, kids }) => () => {
          const element = document.createElement(tag);
          const secrets = /zq/.test(tag) ? [tag.replace(/^.*-/, '')] : [];
          for (const [name, { secrets: hidden, value }] of attributes) {
            element.setAttribute(name, value);
            secrets.push(...hidden, ...(/zq/.test(name) ? [name.replace(/^data-/, '')] : []));
          }
          const within = shadow && tag === 'div' ? element.attachShadow({ mode: 'open' }) : element;
          for (const kid of kids) {
            const grown = kid();
            within.append(grown.node);
            secrets.push(...grown.secrets);
          }
          return { secrets, node: element };
        }),
    ),
  })).tree;

  /** Every run of six letters of it: less would stand in our own words by chance. */
  const pieces = (text: string): string[] =>
    Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6));

  test('whatever it is, and wherever it stands', () => {
    let planted = 0;
    fc.assert(
      fc.property(fc.array(grow, { minLength: 1, maxLength: 5 }), (trees) => {
        document.body.replaceChildren();
        const secrets = trees.flatMap((tree) => {
          const grown = tree();
          document.body.append(grown.node);
          return grown.secrets;
        });
        const pictures = skeletonsOf(document.documentElement);
        const lines = pictures.flatMap((picture) => picture.lines);
        const said = lines.join('\n').toLowerCase();
        planted += secrets.length;
        for (const piece of secrets.flatMap(pieces)) expect(said).not.toContain(piece);
        for (const line of lines) expect([line, isSkeletonLine(line)]).toEqual([line, true]);
        for (const picture of pictures) expect(Skeleton.parse(picture)).toEqual(picture);
      }),
      { numRuns: 400, seed: 20261122 },
    );
    expect(planted).toBeGreaterThan(2_000);
  });

  test.each([
    ' div class=maria',
    ' div title=ana@shop.example',
    ' div "Ana"',
    ' div “words”',
    ' div 12345678',
    ' divclass',
    ` ${'div '.repeat(200)}`,
  ])('a line with anything else is not taken: %s', (line) => {
    expect(isSkeletonLine(' div class=row,…')).toBe(true);
    expect(isSkeletonLine(line)).toBe(false);
  });
});

test('every class that is kept as it is stands in the source of a detector', () => {
  const folder = 'lib/detect/hosts';
  const source = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  expect([...anchors].filter((anchor) => !new RegExp(`\\b${anchor}\\b`).test(source))).toEqual([]);
});

test('no word that is kept is a given name in the sample shop', () => {
  const { profiles } = sampleWorkspace({ seed: 1, now: Date.UTC(2026, 10, 22) });
  const names = profiles.flatMap(({ profile }) => profile.name.toLowerCase().split(/[^\p{L}]+/u));
  expect(names.filter((name) => parts.has(name))).toEqual([]);
});
