import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Colours as theme.css has them: name → [light, dark]. */
const css = readFileSync(new URL('../../../components/theme.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    String(found[1]),
    [String(found[2]), String(found[3])] as const,
  ]),
);
const stages = ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'];

/** Relative luminance of a #rrggbb, by WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const of = (name: string, mode: 0 | 1): string => {
  const pair = colours.get(name);
  if (!pair) throw new Error(`theme.css has no colour ${name}`);
  return pair[mode];
};

// Every pair of text and ground that the components use.
const text: [ink: string, ground: string][] = [
  ...['ink', 'soft'].flatMap((ink) =>
    ['paper', 'card', 'sunk', 'leaf-wash', 'alarm-wash', ...stages.map((stage) => `${stage}-wash`)].map(
      (ground): [string, string] => [ink, ground],
    ),
  ),
  ...stages.map((stage): [string, string] => [stage, `${stage}-wash`]),
  ...['leaf', 'alarm', 'red', 'yellow', 'green'].flatMap((ink) =>
    ['paper', 'card'].map((ground): [string, string] => [ink, ground]),
  ),
  ['yellow', 'sunk'],
  ['leaf', 'leaf-wash'],
  ['alarm', 'alarm-wash'],
  ['on-leaf', 'leaf'],
  ['on-leaf', 'leaf-strong'],
  ['paper', 'ink'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('colours in the %s theme', (_, mode) => {
  test.each(text)('%s on %s reads at 4.5 : 1', (ink, ground) => {
    expect(contrast(of(ink, mode), of(ground, mode))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'card'])(
    'the edge of a field and the focus ring stand out from %s at 3 : 1',
    (ground) => {
      expect(contrast(of('edge', mode), of(ground, mode))).toBeGreaterThanOrEqual(3);
      expect(contrast(of('leaf', mode), of(ground, mode))).toBeGreaterThanOrEqual(3);
    },
  );

  test('no two stages share a colour', () => {
    expect(new Set(stages.map((stage) => of(stage, mode))).size).toBe(stages.length);
  });
});

test('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('components use logical sides only, so that right-to-left works', () => {
  const physical =
    /\b-?(?:ml|mr|pl|pr|left|right|border-l|border-r|rounded-l|rounded-r|rounded-t[lr]|rounded-b[lr])-[\w[]|\btext-(?:left|right)\b/;
  const { globSync } = process.getBuiltinModule('node:fs');
  const root = new URL('../../../components/', import.meta.url).pathname;
  const files = globSync(`${root}**/*.tsx`);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files)
    for (const [, names] of readFileSync(file, 'utf8').matchAll(/className="([^"]*)"/g))
      expect(`${file}: ${names?.match(physical)?.[0] ?? 'fine'}`).toBe(`${file}: fine`);
});
