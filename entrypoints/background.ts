import '#lib/platform/no-eval.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { openCacheDb } from '#lib/cache/cache-db.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';
import { specs } from '#lib/detect/hosts/index.ts';
import { specText } from '#lib/detect/spec-text.ts';
import { fromPage, type Sender } from '#lib/messages/router.ts';
import { browser } from '#lib/platform/browser.ts';
import { answerToolbarClicks, shieldStorage } from '#lib/platform/chrome-only.ts';
import { noteToolbarClick } from '#lib/platform/focused-tab.ts';
import { hearAnew, hearPage } from '#lib/platform/hear-page.ts';
import { lead } from '#lib/platform/lead.ts';
import { openPanel } from '#lib/platform/open-panel.ts';
import { injectIntoOpenTabs, registerPageScript } from '#lib/platform/page-script.ts';
import { showPanelHint } from '#lib/platform/panel-hint.ts';
import { readSettings } from '#lib/platform/settings.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import { endPause, readPause, writePause } from '#lib/platform/sync-status.ts';
import { removeTabView } from '#lib/platform/tab-views.ts';
import { runCycle } from '#lib/sync/cycle.ts';
import { isOver, pauseAfter } from '#lib/sync/pause.ts';

const ALARM = 'sync';
/** An alarm's exchange is cut off before the next alarm, and so is the waiting for its turn. */
const CYCLE_MS = 25_000;
const ALARM_MS = 50_000;

/**
 * With the panel closed, what waits in the outbox still goes out, and the cache stays fresh. After failures the pauses grow, over
 * the lives of this worker ([S22]); where a panel is at work there is nothing to do.
 */
const syncOnce = async (): Promise<void> => {
  const pause = await readPause();
  if (!isOver(pause, Date.now())) return;
  const signal = AbortSignal.timeout(ALARM_MS);
  await lead(
    async (mine) => {
      const { connection } = await readSettings();
      if (!connection) return;
      const dbs = { cache: openCacheDb(), outbox: openOutboxDb() };
      try {
        const cut = AbortSignal.any([mine, AbortSignal.timeout(CYCLE_MS)]);
        const done = await runCycle(cycleDeps(dbs, connection, cut));
        const next = pauseAfter(pause, done, Date.now(), Math.random());
        // Cut off is not failed.
        if (next === null) await endPause();
        else if (!cut.aborted) await writePause(next);
      } finally {
        dbs.cache.close();
        dbs.outbox.close();
      }
    },
    signal,
    { patient: false },
  ).catch(() => {});
};

const textOfSpec = (id: string): string | null => {
  const spec = specs.find((one) => one.id === id);
  return spec ? specText(spec) : null;
};

const registerSites = async (): Promise<void> => {
  await injectIntoOpenTabs(await registerPageScript());
};

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((payload: unknown, sender: Sender) => {
    const heard = fromPage(browser.runtime.id, sender, payload);
    if (!heard) return undefined;
    const { message } = heard;
    if (message.type === 'page.host') return Promise.resolve(textOfSpec(message.host));
    return hearPage(heard, Date.now());
  });
  browser.tabs.onRemoved.addListener((tab) => void removeTabView(tab));
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => {
    void registerPageScript();
    void hearAnew();
  });
  browser.runtime.onInstalled.addListener(() => void registerSites());
  browser.runtime.onStartup.addListener(() => void registerSites());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void syncOnce();
  });
  // Asked again at each start of the worker: an alarm can be lost with an update.
  void browser.alarms.get(ALARM).then((alarm) => {
    if (!alarm) browser.alarms.create(ALARM, { periodInMinutes: 1 });
  });
  browser.action.onClicked.addListener(({ id, windowId }) => {
    if (windowId === undefined || id === undefined) return;
    openPanel(windowId).catch(() => showPanelHint(id));
    void noteToolbarClick();
  });
  void answerToolbarClicks();
  void shieldStorage();
});
