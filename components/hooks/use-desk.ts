import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { PlaybookDesk, StageView } from '#components/options/model.ts';
import { readPlaybook } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { Policy } from '#lib/contract/playbook.ts';
import type { Settings } from '#lib/platform/settings.ts';
import type { accessTo } from '#lib/platform/sync-deps.ts';
import { stageModels } from '#lib/playbook/stage-models.ts';
import { createAdminClient } from '#lib/sync/admin.ts';
import { stageNamesOf } from './stage-names-of.ts';

/** Every way of naming the stages; `words` is what the team calls them. */
export const stageViewsOf = (words: Policy['words']): StageView[] =>
  stageModels.map(({ id, name, lang, dir }) => ({ id, name, lang, dir, labels: stageNamesOf(id, words) }));

/** The lint, with what it needs to know of the facts; fetched when somebody begins to edit. */
const loadLint: PlaybookDesk['loadLint'] = async () => {
  const [{ lint }, { isSeen }] = await Promise.all([
    import('#lib/playbook/lint.ts'),
    import('#lib/lifecycle/groups.ts'),
  ]);
  return (playbook) => lint(playbook, isSeen);
};

/** The playbook as it is here, and the server's part in it; the same value until either changes. */
export const useDesk = (
  dbs: Dbs,
  connection: Settings['connection'],
  access: typeof accessTo,
): PlaybookDesk => {
  const playbook = useLiveQuery(() => readPlaybook(dbs.cache), [dbs]) ?? null;
  const server = connection?.server;
  const device = connection?.device;
  const token = connection?.token;
  const role = connection?.member.role;
  const ask = useMemo(
    () =>
      server === undefined || device === undefined || token === undefined
        ? null
        : // Whoever leaves the page ends its requests.
          createAdminClient(access(dbs, { server, device, token }, new AbortController().signal)),
    [dbs, access, server, device, token],
  );
  return useMemo(
    () => ({
      ...{ playbook, ask, loadLint },
      mayEdit: role === 'admin',
      leads: role === 'admin' || role === 'founder',
      stageViews: stageViewsOf(playbook?.policy.words ?? {}),
    }),
    [playbook, ask, role],
  );
};
