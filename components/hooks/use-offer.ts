import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Dispatch, View } from '#components/model.ts';
import { addressesOf, follow, noteShown, type Offer, offerOf, type Shown } from '#components/offer.ts';
import { onReplySent, watchForReplies } from '#lib/platform/sending.ts';
import { watchTabView } from '#lib/platform/tab-views.ts';

/** What is in view: the tab, its conversation if one is open, and who that is. */
type InView = { tab: number | null; conversation: string | null; view: View };

/**
 * The offer to log a reply that went out of the tab in view, while it stands. The tab's frames are asked to tell of replies only
 * while they show a customer, each new document once, and anew when it is another customer.
 */
export const useOffer = (
  { tab, conversation, view }: InView,
  dispatch: Dispatch,
  now: number,
): { offer: Offer | null; close: () => void } => {
  const [offer, setOffer] = useState<Offer | null>(null);
  const shown = useRef<Shown[]>([]);
  useLayoutEffect(() => {
    const whom =
      tab !== null && view.kind === 'customer' ? { tab, whom: view, dispatch, conversation } : null;
    shown.current = noteShown(shown.current, whom, Date.now());
  }, [tab, view, dispatch, conversation]);

  const addresses = addressesOf(view).join(' ');
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
        void watchForReplies(tab, addresses.split(' ').filter(Boolean));
      },
      controller.signal,
    );
    return () => controller.abort();
  }, [tab, isWatched, addresses]);

  useEffect(() => {
    const controller = new AbortController();
    onReplySent((from, sentAt) => {
      const made = offerOf(shown.current, from, sentAt, Date.now());
      if (made) setOffer(made);
    }, controller.signal);
    return () => controller.abort();
  }, []);

  // Another tab's view says nothing of this one's; back there, the offer may stand still.
  const isHere = offer !== null && offer.tab === tab;
  const standing = useMemo(
    // The time of the panel stands still between two ticks; what the page does by itself is a matter of seconds.
    () => (isHere ? follow(offer, { view, conversation }, Math.max(now, Date.now())) : null),
    [isHere, offer, view, conversation, now],
  );
  useEffect(() => {
    if (isHere && standing !== offer) setOffer(standing);
  }, [isHere, standing, offer]);
  return { offer: standing, close: () => setOffer(null) };
};
