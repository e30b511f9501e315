import { follow } from '#lib/detect/follow.ts';
import { specFrom } from '#lib/detect/spec-text.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { ask, isConnected, onAgain, tell, untilReplaced } from '#lib/platform/page-end.ts';

/** Registered by the worker for the sites that the rep turns on, in all their frames; no site at install. */
const main = (): void => {
  const life = untilReplaced();
  const document = crypto.randomUUID();
  let last: PageReading | null = null;
  const emit = async (reading: PageReading): Promise<void> => {
    last = reading;
    // An update can take the worker away at any moment, and the new script takes over.
    const answer = await ask({ type: 'page.reading', document, reading }).catch(() => null);
    if (answer === 'off') life.abort();
  };
  follow({
    doc: globalThis.document,
    win: window,
    specOf: async (host) => {
      const text = await ask({ type: 'page.host', host });
      return typeof text === 'string' ? specFrom(text) : null;
    },
    life,
    alive: isConnected,
    emit,
    gone: () => tell({ type: 'page.gone', document }),
  });
  onAgain(() => {
    if (last && !life.signal.aborted) void emit(last);
  });
};

export default { main };
