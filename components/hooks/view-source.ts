import { liveQuery, type Subscription } from 'dexie';
import { partiesOf } from '#components/view-of.ts';
import { readMembers, readPlaybook } from '#lib/cache/cache.ts';
import { noteUnreadable } from '#lib/cache/health.ts';
import { type Dbs, type Found, lookUp } from '#lib/cache/look-up.ts';
import { noteUse } from '#lib/cache/uses.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import { chooseReading, type Frames, LOADING_MS } from '#lib/detect/frames.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { type Who, whoIs } from '#lib/detect/who.ts';
import { type FocusedTab, watchFocusedTab } from '#lib/platform/focused-tab.ts';
import { type Settings, watchSettings } from '#lib/platform/settings.ts';
import { type Access, watchAccess } from '#lib/platform/sites.ts';
import { watchTabView } from '#lib/platform/tab-views.ts';
import type { Inquired } from '#lib/sync/filter.ts';
import { createInquiry } from './inquiry.ts';

/** All that the view is made of. Each part is null until it is known; parts of another tab or person never linger. */
export type ViewInputs = {
  settings: Settings | null;
  playbook: Playbook | null;
  /** Names of colleagues; empty until the server has said who they are. */
  members: string[];
  tab: FocusedTab | null;
  access: Access | null;
  /** False until the tab's frames were asked for: then no reading means that no frame has spoken. */
  heard: boolean;
  reading: PageReading | null;
  who: Who | null;
  people: ReadonlyMap<string, Found> | null;
  /** What came of looking further for those who are not in the cache; null until it is known. */
  inquired: Inquired | null;
  /** The browser keeps no data for us: nothing can be looked up or logged. */
  broken: boolean;
};

const NOBODY: ReadonlyMap<string, Found> = new Map();
const UNKNOWN = { access: null, heard: false, reading: null, who: null, people: null, inquired: null };

export type ViewSource = {
  subscribe: (listener: () => void) => () => void;
  read: () => ViewInputs;
};

/**
 * Follows the focused tab, what its page says, and who that is in the cache. It lives outside React, so that it can
 * start while the panel's own code is still being read.
 */
export const createViewSource = (dbs: Dbs, signal: AbortSignal): ViewSource => {
  let inputs: ViewInputs = {
    settings: null,
    playbook: null,
    members: [],
    tab: null,
    broken: false,
    ...UNKNOWN,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<ViewInputs>): void => {
    inputs = { ...inputs, ...change };
    for (const listener of listeners) listener();
  };

  // Both only help later exchanges: what cannot be noted now is noted at another look.
  const noteBad = (ids: string[]): void => {
    setTimeout(() => noteUnreadable(dbs.cache, ids).catch(() => {}));
  };
  const noteSeen = (people: ReadonlyMap<string, Found>): void => {
    const ids = [...people.values()].map(({ record }) => record.id);
    noteUse(dbs.cache, ids, Date.now()).catch(() => {});
  };

  let asked: string | null = null;
  let lookingUp: Subscription | null = null;
  let inquiring = new AbortController();
  const ask = (who: Who | null): void => {
    const addresses = who ? partiesOf(who).map((party) => party.address) : [];
    const question = addresses.join('\n');
    if (question === asked) return;
    asked = question;
    lookingUp?.unsubscribe();
    inquiring.abort();
    inquiring = new AbortController();
    const life = AbortSignal.any([signal, inquiring.signal]);
    if (addresses.length === 0) return;
    let isInquiring = false;
    let isNoted = false;
    // Awaited here: a live query that only passes a promise on can lose its transactions (Dexie 4.4).
    lookingUp = liveQuery(async () => await lookUp(dbs, addresses, noteBad)).subscribe({
      next: (people) => {
        if (asked !== question) return;
        set({ people, broken: false });
        if (!isNoted && people.size > 0) noteSeen(people);
        isNoted ||= people.size > 0;
        const missing = addresses.filter((address) => !people.has(address));
        if (isInquiring || missing.length === 0) return;
        isInquiring = true;
        createInquiry(dbs, missing, (inquired) => set({ inquired }), life);
      },
      error: () => set({ people: NOBODY, inquired: 'unsure', broken: true }),
    });
  };

  let frames: Frames | null = null;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const judge = (): void => {
    const reading = (frames && chooseReading(frames, Date.now())?.reading) ?? null;
    const who = reading && inputs.settings ? whoIs(reading, inputs.settings.own) : null;
    const before = asked;
    ask(who);
    // Nobody named: there is nobody to look up, and the databases are left to those who have a question.
    const people = asked === '' ? NOBODY : null;
    set({ heard: frames !== null, reading, who, ...(asked !== before && { people, inquired: null }) });
    // A frame that was taken away never says so: "loading" has to end by itself.
    clearTimeout(overdue);
    if (reading?.kind === 'miss' && reading.miss === 'loading') overdue = setTimeout(judge, LOADING_MS);
  };

  let tabLife = new AbortController();
  const turnTo = (tab: FocusedTab | null): void => {
    if (tab?.id === inputs.tab?.id && tab?.url === inputs.tab?.url) return;
    tabLife.abort();
    tabLife = new AbortController();
    const life = AbortSignal.any([signal, tabLife.signal]);
    const sameTab = tab?.id === inputs.tab?.id;
    if (!sameTab) {
      frames = null;
      asked = null;
      lookingUp?.unsubscribe();
      inquiring.abort();
    }
    set({ tab, ...(sameTab ? { access: null } : UNKNOWN) });
    if (!tab) return;
    watchAccess(tab.url, (access) => set({ access }), life);
    watchTabView(
      tab.id,
      (now) => {
        frames = now;
        judge();
      },
      life,
    );
  };

  watchSettings((settings) => {
    set({ settings });
    judge();
  }, signal);
  watchFocusedTab(turnTo, signal);
  // The built-in playbook is there for a device that has none yet; whoever has one does not wait for its code.
  const fallBack = async (): Promise<void> => {
    const { defaultPlaybook } = await import('#lib/playbook/default-playbook.ts');
    if (!inputs.playbook) set({ playbook: defaultPlaybook });
  };
  const playbooks = liveQuery(() => readPlaybook(dbs.cache)).subscribe({
    next: (playbook) => (playbook ? set({ playbook }) : void fallBack()),
    error: () => {
      set({ broken: true });
      void fallBack();
    },
  });
  const colleagues = liveQuery(() => readMembers(dbs.cache)).subscribe({
    next: (members) => set({ members: members.map(({ name }) => name) }),
    error: () => set({ broken: true }),
  });
  signal.addEventListener('abort', () => {
    colleagues.unsubscribe();
    playbooks.unsubscribe();
    lookingUp?.unsubscribe();
    inquiring.abort();
    clearTimeout(overdue);
  });
  return {
    read: () => inputs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const isSettled = ({ settings, playbook, tab, access, heard, who, people }: ViewInputs): boolean =>
  settings !== null &&
  playbook !== null &&
  tab !== null &&
  access !== null &&
  (access !== 'on' || (heard && (who === null || people !== null)));

/** Resolves when there is something to show, or after `ms` milliseconds: a first paint of nothing would only delay it. */
export const settled = (source: ViewSource, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = source.subscribe(() => isSettled(source.read()) && done());
    const timer = setTimeout(done, ms);
    if (isSettled(source.read())) done();
  });
