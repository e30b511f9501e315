/**
 * The lines of UTF-8 bytes, parted by '\n' alone: texts may have other ends of lines in them, which `node:readline` would part
 * too. Rejects for bytes that are no UTF-8. The last value is what follows the last '\n', mostly nothing.
 */
export async function* textLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  return rest + decoder.decode();
}
