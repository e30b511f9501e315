import { describe, expect, test } from 'vitest';
import { chooseFrame, standsOut } from '#lib/compose/choose.ts';
import type { FrameEditors } from '#lib/compose/types.ts';

const frame = (name: string, more: Partial<FrameEditors>) => ({
  ...{ name, focus: 'elsewhere' as const, led: false, areas: [] },
  ...more,
});
const chosen = (...frames: ReturnType<typeof frame>[]): string => {
  const found = chooseFrame(frames);
  return typeof found === 'string' ? found : found.name;
};
const top = (more: Partial<FrameEditors> = {}) => frame('top', { led: true, ...more });

describe('the frame that is written into', () => {
  test('is the one where the cursor stands, however large the others are', () => {
    expect(chosen(top({ focus: 'editor', areas: [900] }), frame('mail', { areas: [90_000] }))).toBe('top');
    expect(
      chosen(
        top({ focus: 'frame', areas: [90_000] }),
        frame('editor', { focus: 'editor', led: true, areas: [900] }),
      ),
    ).toBe('editor');
  });

  test('is not one whose cursor is old: the focus went elsewhere in the page around it', () => {
    const old = frame('old', { focus: 'editor', led: false, areas: [5_000] });
    expect(chosen(top({ focus: 'editor', areas: [5_000] }), old)).toBe('top');
    expect(chosen(top({ areas: [5_000] }), old)).toBe('several');
  });

  test("may be another site's, where the way there cannot be seen, if the focus is in some frame", () => {
    const foreign = frame('foreign', { focus: 'editor', led: null, areas: [5_000] });
    expect(chosen(top({ focus: 'frame' }), foreign)).toBe('foreign');
    expect(chosen(top({ focus: 'editor', areas: [10] }), foreign)).toBe('top');
    expect(chosen(top({ focus: 'frame' }), foreign, { ...foreign, name: 'another' })).toBe('several');
  });

  test('is without a cursor the only one with a compose box; small fields beside it are none', () => {
    expect(chosen(top({ areas: [2_000] }), frame('editor', { areas: [80_000] }))).toBe('editor');
    expect(chosen(top({ areas: [80_000, 80_000] }))).toBe('several');
    expect(chosen(top(), frame('empty', {}))).toBe('none');
    expect(chosen()).toBe('none');
  });

  test('is one with a single line only where there is no box at all: else that line is a subject', () => {
    expect(chosen(top({ focus: 'line' }))).toBe('top');
    expect(chosen(top({ focus: 'line' }), frame('editor', { areas: [80_000] }))).toBe('editor');
    expect(chosen(top({ focus: 'line', areas: [50, 60] }))).toBe('several');
  });
});

test('a box stands out when the others are less than a third of it', () => {
  expect(standsOut([100, 301])).toBe(1);
  expect(standsOut([100, 299])).toBe('several');
  expect(standsOut([0, 0])).toBe('none');
});
