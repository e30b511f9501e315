import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { ImportProblem } from './problem.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
export type Inspection = { hash: string; encoding: Encoding; bytes: number };

const NEWLINE = 0x0a;

const countLines = (bytes: Uint8Array): number => {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
};

/** How many bytes at the end are the beginning of a character that the next chunk completes. */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
};

/** The length of the well-formed character at `at`, or 0. */
const characterAt = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length ? length : 0;
};

/** Five bytes that windows-1252 does not use; a text with one of them is in some other encoding. */
const UNUSED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Reads a file once to know it again (SHA-256), and to know how its letters are written. What is not UTF-8
 * counts as windows-1252 (of which Latin-1 is a part) if nothing speaks against it; a file that is UTF-8 but
 * for some bytes is damaged, and is refused with the line, since guessing would garble names.
 */
export const inspect = async (chunks: AsyncIterable<Uint8Array>): Promise<Inspection> => {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  let rest = new Uint8Array(0);
  let marked: Encoding | null = null;
  let sawUtf8 = false;
  let bad: { line: number; byte: number } | null = null;
  let saw1252Unused = false;

  const look = (text: Uint8Array) => {
    if (isUtf8(text)) {
      sawUtf8 ||= !isAscii(text);
      lines += countLines(text);
      return;
    }
    for (let at = 0; at < text.length; ) {
      const length = characterAt(text, at);
      const byte = text[at] ?? 0;
      if (byte === NEWLINE) lines += 1;
      if (length > 1) sawUtf8 = true;
      if (length === 0) {
        bad ??= { line: lines + 1, byte };
        saw1252Unused ||= UNUSED_IN_1252.has(byte);
      }
      at += length || 1;
    }
  };
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (bytes === 0) {
      if (chunk[0] === 0xff && chunk[1] === 0xfe) marked = 'utf-16le';
      if (chunk[0] === 0xfe && chunk[1] === 0xff) marked = 'utf-16be';
      // A mark says UTF-8, whatever follows it.
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) sawUtf8 = true;
    }
    bytes += chunk.length;
    if (marked) continue;
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const held = unfinished(joined);
    look(joined.subarray(0, joined.length - held));
    rest = new Uint8Array(joined.subarray(joined.length - held));
  }
  look(rest);
  const answer = { hash: hash.digest('hex'), bytes };
  if (marked) return { ...answer, encoding: marked };
  // TypeScript does not see that `look` assigns it.
  const found = bad as { line: number; byte: number } | null;
  if (!found) return { ...answer, encoding: 'utf-8' };
  if (!sawUtf8 && !saw1252Unused) return { ...answer, encoding: 'windows-1252' };
  throw new ImportProblem(
    `Line ${found.line}: the byte 0x${found.byte.toString(16)} is not valid UTF-8.`,
    'Export the file again as "CSV UTF-8", or repair that line, and start over.',
  );
};

/** The text of a file, with every line break as \n and without a byte order mark. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let heldBack = '';
  for await (const chunk of chunks) {
    const text = heldBack + decoder.decode(chunk, { stream: true });
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield (heldBack ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }
  yield (heldBack + decoder.decode()).replace(/\r\n?/g, '\n');
}
