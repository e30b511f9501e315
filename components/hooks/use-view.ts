import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { View } from '#components/model.ts';
import { type Choice, partiesOf, viewOf } from '#components/view-of.ts';
import { readPlaybook } from '#lib/cache/cache.ts';
import { type Dbs, type Found, lookUp } from '#lib/cache/look-up.ts';
import { chooseReading, type Frames } from '#lib/detect/frames.ts';
import { whoIs } from '#lib/detect/who.ts';
import { type FocusedTab, watchFocusedTab } from '#lib/platform/focused-tab.ts';
import type { Settings } from '#lib/platform/settings.ts';
import { hasSite, originPattern, watchSites } from '#lib/platform/sites.ts';
import { watchTabView } from '#lib/platform/tab-views.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { useWatched } from './use-watched.ts';

const watchAccess =
  (tab: FocusedTab | null) => (on: (access: 'on' | 'off' | 'never') => void, signal: AbortSignal) => {
    const pattern = tab?.url ? originPattern(tab.url) : null;
    const look = async () => {
      const access = pattern === null ? 'never' : (await hasSite(pattern)) ? 'on' : 'off';
      if (!signal.aborted) on(access);
    };
    watchSites(() => void look(), signal);
    void look();
  };

/** The people of the page and who they are, straight from the cache. Null while either is still being asked. */
const usePeople = (dbs: Dbs, addresses: string[]) => {
  const key = addresses.join('\n');
  const held = useLiveQuery(async () => ({ key, people: await lookUp(dbs, addresses) }), [dbs, key]);
  // The answer for the previous message must not show for this one, not even once.
  return held?.key === key ? held.people : null;
};

const NOBODY: ReadonlyMap<string, Found> = new Map();

/** What the focused tab of this window shows, and who that is. */
export const useView = (dbs: Dbs, settings: Settings | null, now: number) => {
  const tab = useWatched(watchFocusedTab, null, []);
  const access = useWatched(watchAccess(tab), null, [tab?.id, tab?.url]);
  const frames = useWatched<Frames, null>(
    (on, signal) => (tab ? watchTabView(tab.id, on, signal) : undefined),
    null,
    [tab?.id],
  );
  const playbook = useLiveQuery(() => readPlaybook(dbs.cache), [dbs]) ?? defaultPlaybook;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());

  const state = frames && chooseReading(frames, Math.max(now, Date.now()));
  const reading = state?.reading ?? null;
  const own = settings?.own;
  const who = useMemo(() => (reading && own ? whoIs(reading, own) : null), [reading, own]);
  const addresses = useMemo(() => (who ? partiesOf(who).map((party) => party.address) : []), [who]);
  const people = usePeople(dbs, addresses);

  const conversation = `${tab?.id} ${reading?.kind === 'people' ? reading.conversation : ''}`;
  const choose = (choice: Choice) => setChoices(new Map(choices).set(conversation, choice));
  const choice = choices.get(conversation) ?? null;

  const view = useMemo((): View => {
    if (!tab || !settings || !access || !frames) return { kind: 'loading' };
    if (access === 'never') return { kind: 'unsupported' };
    if (access === 'off')
      return {
        kind: 'site-off',
        origin: originPattern(tab.url ?? '') ?? '',
        label: new URL(tab.url ?? '').host,
      };
    if (!reading || !who) return { kind: 'miss', miss: 'no-conversation', host: '' };
    if (addresses.length > 0 && !people) return { kind: 'loading' };
    return viewOf({ reading, who, people: people ?? NOBODY, choice, playbook, now });
  }, [tab, settings, access, frames, reading, who, addresses, people, choice, playbook, now]);

  return {
    view,
    pick: (address: string) => choose({ picked: address }),
    reject: () => choose({ rejected: true }),
  };
};
