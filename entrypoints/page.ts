import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { follow } from '#lib/detect/follow.ts';
import { specFrom } from '#lib/detect/spec-text.ts';
import { ask, isConnected, tell, untilReplaced } from '#lib/platform/page-end.ts';

/** Registered by the worker for the sites that the rep turns on, in all their frames; no site at install. */
export default defineUnlistedScript(() => {
  const signal = untilReplaced();
  const document = crypto.randomUUID();
  follow({
    doc: globalThis.document,
    win: window,
    specOf: async (host) => {
      const text = await ask({ type: 'page.host', host });
      return typeof text === 'string' ? specFrom(text) : null;
    },
    signal,
    alive: isConnected,
    emit: (reading) => tell({ type: 'page.reading', document, reading }),
  });
  window.addEventListener('pagehide', () => tell({ type: 'page.gone', document }), { signal });
});
