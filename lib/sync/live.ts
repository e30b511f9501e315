import { EventSourceParserStream } from 'eventsource-parser/stream';
import { backoff, CAP } from './retry.ts';
import type { Transport } from './transport.ts';
import type { Waker } from './waker.ts';

/** A stream that ends sooner was probably cut by a proxy. */
const SHORT_MS = 5_000;
/** So many short ones in a row, and the device waits in the pull instead, for so long ([S42]). */
const SHORT_ONES = 3;
const POLL_MS = 300_000;

/**
 * Reads the stream of pokes until it ends, or `signal` says so. A poke has no content: it only says that a pull would bring
 * something. Never rejects; a broken stream is an ended one.
 */
export const readPokes = async (
  body: ReadableStream<Uint8Array>,
  onPoke: () => void,
  signal: AbortSignal,
): Promise<void> => {
  try {
    const events = body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>, { signal })
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

type Deps = {
  transport: Pick<Transport, 'live'>;
  waker: Waker;
  now: () => number;
  signal: AbortSignal;
};

/** Keeps one stream of pokes open, as far as the way to the server lets it. */
export const createLive = ({ transport, waker, now, signal }: Deps) => {
  let open = false;
  let short = 0;
  let unopened = false;
  let ended = false;
  let resting = { from: 0, until: 0 };

  const rest = (): void => {
    const pause = short >= SHORT_ONES ? POLL_MS : backoff(short, CAP.open, 1);
    resting = { from: now(), until: now() + pause };
    // Without a stream the waiting in the pull begins at once.
    waker.wakeIn(short >= SHORT_ONES ? 0 : pause, signal);
  };

  const listen = async (): Promise<void> => {
    open = true;
    const stream = await transport.live(signal);
    const openedAt = now();
    if (stream.ok) {
      // What changed between the last pull and the opening of the stream was not poked ([S41]).
      waker.wake();
      await readPokes(stream.value, waker.wake, signal);
    }
    open = false;
    if (signal.aborted) return;
    ended = true;
    unopened = !stream.ok;
    if (stream.ok) short = now() - openedAt < SHORT_MS ? short + 1 : 0;
    rest();
  };

  return {
    /** To be called after each exchange that went well: opens the stream when it is time. */
    keep: (): void => {
      // It did not open although all else works: counted as short. While nothing works it says nothing.
      if (unopened) {
        unopened = false;
        short += 1;
        if (short >= SHORT_ONES) rest();
      }
      // A clock that was set back does not make the rest longer.
      const rested = now() >= resting.until || now() < resting.from;
      if (!open && rested) void listen();
    },
    /** There is no stream to wait for: wait in the pull. */
    isPolling: (): boolean => !open && short >= SHORT_ONES,
    /** Whether a stream has ended since this was asked last; the server may have ended it with a reason. */
    hasEnded: (): boolean => {
      const was = ended;
      ended = false;
      return was;
    },
  };
};
