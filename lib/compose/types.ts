/** `line`: one line, `text`: several, `rich`: a page's own or a library's editor of formatted text. */
export type EditorKind = 'line' | 'text' | 'rich';

/**
 * What one frame has to write in, and nothing of what is written there. `focus`: whether its cursor stands in an editor, in a frame
 * within it, or elsewhere; `line`: in a field of one line that takes messages. `led`: whether the cursors of the frames around lead here; null where they cannot be seen from within.
 * `areas`: the editors' sizes in square pixels, of those in sight.
 */
export type FrameEditors = {
  focus: 'editor' | 'line' | 'frame' | 'elsewhere';
  led: boolean | null;
  areas: number[];
};

/**
 * What came of it. `several`: there is no telling which is meant. `refused`: the editor took nothing. `elsewhere`: nothing was inserted,
 * because that reply is to `to` and not to the person meant.
 */
export type Inserted =
  | { ok: true; editor: EditorKind }
  | { ok: false; why: 'none' | 'several' | 'refused' }
  | { ok: false; why: 'elsewhere'; to: string };

/**
 * What the injected script leaves behind in its frame, out of the page's reach (an isolated world). `known`: addresses of whom the text
 * is for.
 */
export type Writer = { insert: (text: string, known: readonly string[]) => Inserted };

/** What the script that watches for replies leaves there: told whose addresses are known, it tells of no reply to others. */
export type Watch = { known: readonly string[] };
