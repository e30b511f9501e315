import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchSending } from '#lib/compose/sending.ts';
import type { Watch } from '#lib/compose/types.ts';
import { isConnected, tell } from '#lib/platform/page-end.ts';

/**
 * Runs in the frames of a tab while the panel beside it shows a customer, and tells when a reply went out, so that logging it can be
 * offered. Where no panel is open nothing is watched.
 */
export default defineUnlistedScript(() => {
  const place = globalThis as { sukiSending?: Watch };
  if (place.sukiSending) return;
  const watch: Watch = { known: [] };
  place.sukiSending = watch;
  watchSending({
    win: window,
    alive: isConnected,
    known: () => watch.known,
    sent: (at) => tell({ type: 'page.sent', at }),
  });
});
