import { defineContentScript } from 'wxt/utils/define-content-script';
import { follow } from '#lib/detect/follow.ts';
import { isConnected, tell } from '#lib/platform/page-end.ts';

export default defineContentScript({
  // No site at install: the worker registers this script for the sites that the rep turns on.
  registration: 'runtime',
  matches: [],
  allFrames: true,
  main(ctx) {
    const document = crypto.randomUUID();
    follow({
      doc: globalThis.document,
      win: window,
      signal: ctx.signal,
      alive: isConnected,
      emit: (reading) => tell({ type: 'page.reading', document, reading }),
    });
    ctx.addEventListener(window, 'pagehide', () => tell({ type: 'page.gone', document }));
  },
});
