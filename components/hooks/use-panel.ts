import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { stageInForce } from '#components/in-force.ts';
import type { Dispatch, SyncState, View } from '#components/model.ts';
import { addressesOf, type Offer } from '#components/offer.ts';
import { saveFile } from '#components/save-file.ts';
import { type Insert, insertNowhere } from '#components/writing.ts';
import { readMembers } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { browser } from '#lib/platform/browser.ts';
import { insertIntoTab } from '#lib/platform/compose.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import { isFull } from '#lib/sync/full.ts';
import { olderHistory } from '#lib/sync/older.ts';
import { createDispatch } from './perform.ts';
import { useNoted } from './use-noted.ts';
import { useNow } from './use-now.ts';
import { useOffer } from './use-offer.ts';
import { useRunner } from './use-runner.ts';
import { useSyncState } from './use-sync-state.ts';
import { useView } from './use-view.ts';
import type { ViewSource } from './view-source.ts';

/** Older timeline entries that were fetched for the customer in view. */
type Older = { customer: string; entries: TimelineEntry[]; isMissing: boolean };

/** Older entries behind the record's newest ones, each once. */
const withOlder = <V extends View>(view: V, older: Older | null): V => {
  if (view.kind !== 'customer' || older?.customer !== view.record.id) return view;
  const shown = new Set(view.record.timeline.map((entry) => entry.id));
  const more = older.entries.filter((entry) => !shown.has(entry.id));
  const record = { ...view.record, timeline: [...view.record.timeline, ...more] };
  return { ...view, record, olderMissing: older.isMissing };
};

/** All that the side panel needs: what to show, how sync stands, and what a click does. */
export const usePanel = (
  dbs: Dbs,
  source: ViewSource,
): {
  view: View;
  sync: SyncState;
  now: number;
  dispatch: Dispatch;
  reply: { offer: Offer | null; close: () => void };
  insert: Insert;
} => {
  const now = useNow();
  const { view, settings, broken, pick, reject } = useView(source, now);
  const sync = useSyncState(dbs, settings);
  const [unkept, setUnkept] = useState<'no-storage' | 'storage-full' | null>(null);
  const [older, setOlder] = useState<Older | null>(null);
  useRunner(dbs, settings?.connection ?? null);

  const customer = view.kind === 'customer' ? view.record.id : null;
  const connection = settings?.connection ?? null;
  const olderEvents = async (before: string) => {
    const last =
      view.kind === 'customer' && withOlder(view, older).record.timeline.find(({ id }) => id === before);
    if (!customer || !connection || !last) return;
    const deps = cycleDeps(dbs, connection, AbortSignal.timeout(20_000));
    const entries = await olderHistory(deps, customer, last);
    setOlder((held) => ({
      customer,
      entries: [...(held?.customer === customer ? held.entries : []), ...(entries ?? [])],
      isMissing: entries === null,
    }));
  };

  /** What stands there at this moment, for a click that changes it. */
  const inForce = (id: string) =>
    view.kind === 'customer' && view.record.id === id ? stageInForce(view.record, Date.now()) : undefined;

  const latest = useRef({ pick, reject, olderEvents, inForce });
  useLayoutEffect(() => {
    latest.current = { pick, reject, olderEvents, inForce };
  });
  const by = connection?.member.name ?? null;
  // One dispatch for as long as the same customer is shown: what is undone later is still theirs.
  const dispatch = useMemo(
    () =>
      createDispatch({
        dbs,
        customer,
        by,
        inForce: (id) => latest.current.inForce(id),
        pick: (address) => latest.current.pick(address),
        reject: () => latest.current.reject(),
        olderEvents: (before) => void latest.current.olderEvents(before),
        openOptions: () => void browser.runtime.openOptionsPage(),
        save: (name, text) => saveFile(name, text, 'application/json'),
        // A click that could not be kept must not look as if it were.
        fail: (error) => {
          console.error('suki:', error);
          setUnkept(isFull(error) ? 'storage-full' : 'no-storage');
        },
      }),
    [dbs, customer, by],
  );
  const decisionId = useNoted(dbs.cache, view.kind === 'customer' ? view.decision : null);
  const all = useLiveQuery(() => readMembers(dbs.cache), [dbs]);
  const me = connection?.member;
  const shown = useMemo(() => {
    const people = me && all && all.length > 0 ? { me, all } : undefined;
    return withOlder(view.kind === 'customer' ? { ...view, decisionId, people } : view, older);
  }, [view, decisionId, older, me, all]);
  const { tab: focused, reading } = useSyncExternalStore(source.subscribe, source.read);
  const tab = focused?.id ?? null;
  const conversation = reading?.kind === 'people' ? reading.conversation : null;
  const theirs = addressesOf(view).join(' ');
  const insert = useCallback<Insert>(
    (text, also) =>
      tab === null
        ? insertNowhere(text)
        : insertIntoTab(tab, text, [...theirs.split(' '), ...(also ? [also] : [])].filter(Boolean)),
    [tab, theirs],
  );
  return {
    view: shown,
    sync: broken || unkept ? { ...sync, state: unkept ?? 'no-storage' } : sync,
    now,
    dispatch,
    reply: useOffer({ tab, conversation, view: shown }, dispatch, now),
    insert,
  };
};
