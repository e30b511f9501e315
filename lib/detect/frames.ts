import type { Confidence, PageReading } from './types.ts';

/** What one frame of a tab last said. `document` tells a late word of the previous page from the next one's. */
export type FrameState = { document: string; at: number; reading: PageReading };
export type Frames = Record<number, FrameState>;

/**
 * The frame's new word. The top frame's new document means that all the old frames are gone; those of its own that
 * spoke before it have to be asked again.
 */
export const hear = (frames: Frames, frame: number, state: FrameState): Frames =>
  frame === 0 && frames[0]?.document !== state.document ? { 0: state } : { ...frames, [frame]: state };

/** All but this frame. */
export const drop = (frames: Frames, frame: number): Frames =>
  Object.fromEntries(Object.entries(frames).filter(([number]) => Number(number) !== frame));

/**
 * A frame's document goes away. The next one has not spoken yet, so the answer is "loading", never the person
 * of the page that left. A frame that did not speak for the tab goes without a word.
 */
export const leave = (frames: Frames, frame: number, document: string, at: number): Frames => {
  const state = frames[frame];
  if (state?.document !== document) return frames;
  if (frame !== 0 && chooseReading(frames, at) !== state) return drop(frames, frame);
  const { host, version, self } = state.reading;
  const left: FrameState = { document, at, reading: { kind: 'miss', miss: 'loading', host, version, self } };
  return frame === 0 ? { 0: left } : { ...frames, [frame]: left };
};

/** How long "loading" is believed of a frame whose next document never speaks (it was removed). Milliseconds. */
export const LOADING_MS = 4_000;

const RANK: Record<Confidence, number> = { sure: 3, likely: 2, weak: 1 };
/** How sure a frame is of the one it is surest of. */
const sureness = ({ reading }: FrameState): number =>
  reading.kind === 'people' ? Math.max(...reading.people.map(({ confidence }) => RANK[confidence]), 0) : 0;

/**
 * One answer for the tab: of the frames that show people the surest; of those as sure as each other the top frame, for a
 * frame in it may be part of a mail; then the newest. But while a frame that spoke later is loading, that. Without people,
 * the top frame's miss.
 */
export const chooseReading = (frames: Frames, now: number): FrameState | null => {
  const states = Object.values(frames);
  const newest = (list: FrameState[]) =>
    list.reduce<FrameState | null>((a, b) => (a && a.at >= b.at ? a : b), null);
  const showing = states.filter(({ reading }) => reading.kind === 'people');
  const most = Math.max(...showing.map(sureness));
  const surest = showing.filter((state) => sureness(state) === most);
  const people = surest.find((state) => state === frames[0]) ?? newest(surest);
  const loading = newest(
    states.filter(
      ({ reading, at }) => reading.kind === 'miss' && reading.miss === 'loading' && now - at < LOADING_MS,
    ),
  );
  if (loading && (!people || loading.at >= people.at)) return loading;
  return people ?? frames[0] ?? newest(states);
};
