import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Dispatch, View } from '#components/model.ts';
import { type LastShown, type Offer, offerOf, stands } from '#components/offer.ts';
import { onReplySent, watchForReplies } from '#lib/platform/sending.ts';
import { watchTabView } from '#lib/platform/tab-views.ts';

/**
 * The offer to log a reply that went out of the tab in view, while it stands. The tab's frames are asked to tell of replies only
 * while they show a customer, each new document once.
 */
export const useOffer = (
  tab: number | null,
  view: View,
  dispatch: Dispatch,
  now: number,
): { offer: Offer | null; close: () => void } => {
  const [offer, setOffer] = useState<Offer | null>(null);
  const last = useRef<LastShown | null>(null);
  useLayoutEffect(() => {
    if (tab !== null && view.kind === 'customer') last.current = { tab, whom: view, dispatch, until: null };
    else if (last.current?.until === null) last.current.until = Date.now();
  }, [tab, view, dispatch]);

  const isWatched = view.kind === 'customer';
  useEffect(() => {
    if (tab === null || !isWatched) return;
    const controller = new AbortController();
    let known = '';
    watchTabView(
      tab,
      (frames) => {
        const documents = Object.values(frames).map(({ document }) => document);
        if (documents.join() === known) return;
        known = documents.join();
        void watchForReplies(tab);
      },
      controller.signal,
    );
    return () => controller.abort();
  }, [tab, isWatched]);

  useEffect(() => {
    const controller = new AbortController();
    onReplySent((from) => {
      const made = offerOf(last.current, from, Date.now());
      if (made) setOffer(made);
    }, controller.signal);
    return () => controller.abort();
  }, []);

  // Another tab's view says nothing of this one's; back there, the offer may stand still.
  const isHere = offer !== null && offer.tab === tab;
  const isOver = isHere && !stands(offer, view, Math.max(now, offer.at));
  useEffect(() => {
    if (isOver) setOffer(null);
  }, [isOver]);
  return { offer: isHere && !isOver ? offer : null, close: () => setOffer(null) };
};
