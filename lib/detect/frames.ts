import type { PageReading } from './types.ts';

/** What one frame of a tab last said. `document` tells a late word of the previous page from the next one's. */
export type FrameState = { document: string; at: number; reading: PageReading };
export type Frames = Record<number, FrameState>;

/** The frame's new word. The top frame's new document means that all the old frames are gone. */
export const hear = (frames: Frames, frame: number, state: FrameState): Frames =>
  frame === 0 && frames[0] && frames[0].document !== state.document
    ? { 0: state }
    : { ...frames, [frame]: state };

/**
 * A frame's document goes away. The next one has not spoken yet, so the answer is "loading", never the person
 * of the page that left.
 */
export const leave = (frames: Frames, frame: number, document: string, at: number): Frames => {
  const state = frames[frame];
  if (state?.document !== document) return frames;
  const { host, version, self } = state.reading;
  const left: FrameState = { document, at, reading: { kind: 'miss', miss: 'loading', host, version, self } };
  return frame === 0 ? { 0: left } : { ...frames, [frame]: left };
};

/** How long "loading" is believed of a frame whose next document never speaks (it was removed). Milliseconds. */
export const LOADING_MS = 4_000;

/**
 * One answer for the tab: the newest frame that shows people; but while a frame that spoke later is loading, that.
 * Without people, the top frame's miss.
 */
export const chooseReading = (frames: Frames, now: number): FrameState | null => {
  const states = Object.values(frames);
  const newest = (list: FrameState[]) =>
    list.reduce<FrameState | null>((a, b) => (a && a.at >= b.at ? a : b), null);
  const people = newest(states.filter(({ reading }) => reading.kind === 'people'));
  const loading = newest(
    states.filter(
      ({ reading, at }) => reading.kind === 'miss' && reading.miss === 'loading' && now - at < LOADING_MS,
    ),
  );
  if (loading && (!people || loading.at >= people.at)) return loading;
  return people ?? frames[0] ?? newest(states);
};
