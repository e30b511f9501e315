import { EventSourceParserStream } from 'eventsource-parser/stream';

/**
 * Reads the stream of pokes until it ends. A poke has no content: it only says that a pull would bring
 * something. Never rejects; a broken stream is an ended one.
 */
export const readPokes = async (body: ReadableStream<Uint8Array>, onPoke: () => void): Promise<void> => {
  try {
    const events = body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .pipeThrough(new EventSourceParserStream());
    const reader = events.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.event === 'poke') onPoke();
    }
  } catch {
    return;
  }
};
