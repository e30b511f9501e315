import { liveQuery } from 'dexie';
import type { Acquaintance } from '#components/model.ts';
import { type Known, partiesOf } from '#components/view-of.ts';
import { readMembers, readPlaybook } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Own } from '#lib/detect/address.ts';
import { chooseReading, type Frames, LOADING_MS } from '#lib/detect/frames.ts';
import { learnedHere } from '#lib/detect/learn.ts';
import type { PageReading } from '#lib/detect/types.ts';
import { type Who, whoIs } from '#lib/detect/who.ts';
import { type FocusedTab, watchFocusedTab } from '#lib/platform/focused-tab.ts';
import { type Settings, watchSettings } from '#lib/platform/settings.ts';
import { type Access, watchAccess } from '#lib/platform/sites.ts';
import { watchTabView } from '#lib/platform/tab-views.ts';
import type { Inquired } from '#lib/sync/filter.ts';
import { createLearner } from './learner.ts';
import { createPeople } from './people.ts';

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
  people: ReadonlyMap<string, Known> | null;
  /** What came of looking further for those who are not in the cache; null until it is known. */
  inquired: Inquired | null;
  /** By address, what those who are in the cache tell of those who are not; null until it is known. */
  acquainted: ReadonlyMap<string, Acquaintance> | null;
  /** The browser keeps no data for us: nothing can be looked up or logged. */
  broken: boolean;
};

const NOBODY: ReadonlyMap<string, Known> = new Map();
const UNKNOWN = {
  ...{ access: null, heard: false, reading: null, who: null },
  ...{ people: null, inquired: null, acquainted: null },
};

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

  let asked: string | null = null;
  /** Addresses that a page once told to be the rep's, and that are a customer's: those are nobody's own. */
  const customersNow = new Set<string>();
  const people = createPeople(
    dbs,
    (change) => set(change),
    (address) => {
      customersNow.add(address);
      judge();
    },
    signal,
  );
  const learn = createLearner(dbs, signal);

  let frames: Frames | null = null;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const judge = (): void => {
    const reading = (frames && chooseReading(frames, Date.now())?.reading) ?? null;
    const { settings, tab } = inputs;
    const learned = (settings?.learned ?? []).filter(({ address }) => !customersNow.has(address));
    const own: Own | null = settings && {
      addresses: [...settings.own.addresses, ...learned.map(({ address }) => address)],
      domains: settings.own.domains,
    };
    const who = reading && own ? whoIs(reading, own) : null;
    const suspects = reading ? learnedHere(reading, learned) : [];
    const question = who && own ? { parties: partiesOf(who), suspects, own } : null;
    const before = asked;
    asked = people.ask(question);
    // Nobody named: there is nobody to look up, and the databases are left to those who have a question.
    const unknown = { people: asked === '' ? NOBODY : null, inquired: null, acquainted: null };
    set({ heard: frames !== null, reading, who, ...(asked !== before && unknown) });
    // What cannot be kept now is told again by the next page.
    if (frames && reading && settings && tab?.url)
      learn(frames, reading, tab.url, settings).catch((error: unknown) => console.error('suki:', error));
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
      people.forget();
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
    people.forget();
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
