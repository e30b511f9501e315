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
 * The frame to write into: where the rep's cursor stood last, else the one that has the only compose box in sight. A frame keeps its
 * own cursor when the focus goes elsewhere, so that of an inner frame counts only where the frames around it lead there.
 */
export const chooseFrame = <F extends FrameEditors>(frames: readonly F[]): F | 'none' | 'several' => {
  const inEditor = frames.filter(({ focus }) => focus === 'editor');
  const seen = inEditor.filter(({ led }) => led === true);
  const hidden = inEditor.filter(({ led }) => led === null);
  // Behind a frame of another site the way is not seen; it can only lead there if the focus went into some frame.
  const leading = frames.some(({ focus, led }) => focus === 'frame' && led === true);
  const candidates = seen.length > 0 ? seen : leading ? hidden : [];
  if (candidates.length === 1 && candidates[0]) return candidates[0];
  if (candidates.length > 1) return 'several';
  const boxes = frames.flatMap((frame) => frame.areas.map((area) => ({ frame, area })));
  const at = standsOut(boxes.map(({ area }) => area));
  return typeof at === 'number' ? (boxes[at]?.frame ?? 'none') : at;
};
