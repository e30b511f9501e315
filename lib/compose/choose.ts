import type { FrameEditors } from './types.ts';

/** Beside a box of this many times its size, a field is a note or a row of addresses. */
const LARGER = 3;

/** The index of the one editor that stands out by size; null: none, or several that are alike. */
export const standsOut = (areas: readonly number[]): number | 'none' | 'several' => {
  const largest = Math.max(0, ...areas);
  if (largest === 0) return 'none';
  const alike = areas.filter((area) => area * LARGER > largest);
  return alike.length === 1 ? areas.indexOf(largest) : 'several';
};

/**
 * The frame whose cursor is the rep's. A frame keeps its own cursor when the focus goes elsewhere, so that of an inner frame counts
 * only where the frames around it lead there.
 */
const withCursor = <F extends FrameEditors>(
  frames: readonly F[],
  focus: 'editor' | 'line',
): F | 'none' | 'several' => {
  const focused = frames.filter((frame) => frame.focus === focus);
  const seen = focused.filter(({ led }) => led === true);
  // Behind a frame of another site the way is not seen; it can only lead there if the focus went into some frame.
  const isInFrame = frames.some((frame) => frame.focus === 'frame' && frame.led === true);
  const [one, ...more] = seen.length > 0 || !isInFrame ? seen : focused.filter(({ led }) => led === null);
  if (!one) return 'none';
  return more.length > 0 ? 'several' : one;
};

/**
 * The frame to write into: where the rep's cursor stood last, else the one that has the only compose box in sight, else the one with
 * the cursor in a field of one line: where there is a box beside it, that line is a subject.
 */
export const chooseFrame = <F extends FrameEditors>(frames: readonly F[]): F | 'none' | 'several' => {
  const focused = withCursor(frames, 'editor');
  if (focused !== 'none') return focused;
  const boxes = frames.flatMap((frame) => frame.areas.map((area) => ({ frame, area })));
  const at = standsOut(boxes.map(({ area }) => area));
  if (typeof at === 'number') return boxes[at]?.frame ?? 'none';
  return at === 'none' ? withCursor(frames, 'line') : at;
};
