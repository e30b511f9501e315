import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { follow } from '#lib/detect/follow.ts';
import { isConnected, tell, untilReplaced } from '#lib/platform/page-end.ts';

/** Registered by the worker for the sites that the rep turns on, in all their frames; no site at install. */
export default defineUnlistedScript(() => {
  const signal = untilReplaced();
  const document = crypto.randomUUID();
  follow({
    doc: globalThis.document,
    win: window,
    signal,
    alive: isConnected,
    emit: (reading) => tell({ type: 'page.reading', document, reading }),
  });
  window.addEventListener('pagehide', () => tell({ type: 'page.gone', document }), { signal });
});
