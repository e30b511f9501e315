import { createRoute } from '@hono/zod-openapi';
import { readDraft } from '#lib/contract/draft-faults.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import {
  type Finding,
  PlaybookHistory,
  PublishAnswer,
  PublishRequest,
  RevertRequest,
} from '#lib/contract/playbook-edit.ts';
import { lint } from '#lib/playbook/lint.ts';
import { actorOf } from '../http/actor.ts';
import { answers, jsonBody, signedIn } from '../http/answers.ts';
import { Refused } from '../http/errors.ts';
import type { App, AppDeps } from '../http/types.ts';
import { isSeen } from '../ingest/lifecycle.ts';
import { listVersions, type Publication, publishDraft, readVersion } from '../ingest/playbook-versions.ts';
import { readStored } from '../ingest/playbooks.ts';

const history = createRoute({
  method: 'get',
  path: '/v1/playbook',
  summary: 'The playbook and its versions',
  security: signedIn,
  responses: answers(PlaybookHistory, 'The playbook as it is, and up to 100 versions, newest first'),
});

const publish = createRoute({
  method: 'post',
  path: '/v1/playbook',
  summary: 'Make an edited playbook the next version (admins)',
  security: signedIn,
  request: jsonBody(PublishRequest),
  responses: answers(PublishAnswer, 'Published; or refused, with each place; or there is a newer one'),
});

const revert = createRoute({
  method: 'post',
  path: '/v1/playbook/revert',
  summary: 'Make what an old version said the next version (admins)',
  security: signedIn,
  request: jsonBody(RevertRequest),
  responses: answers(PublishAnswer, 'As when publishing: what an old version said may be refused today'),
});

/** What an old server or a bug left without a playbook cannot be mended by a device. */
const current = async (deps: AppDeps) => {
  const stored = await deps.store.read(readStored);
  if (!stored) throw new Refused('not-found', { message: 'This workspace has no playbook.' });
  return stored.playbook;
};

/** All that is wrong with a draft, in its form or in what it says. */
const faultsOf = async (deps: AppDeps, draft: PlaybookDraft): Promise<Finding[]> =>
  lint({ ...(await current(deps)), ...draft }, isSeen);

const publishRaw = async (deps: AppDeps, raw: unknown, publication: Publication): Promise<PublishAnswer> => {
  const read = readDraft(raw);
  const findings = read.ok ? await faultsOf(deps, read.draft) : read.findings;
  if (!read.ok || findings.length > 0) return { status: 'refused', findings };
  const { answer, seq } = await publishDraft(deps.store, read.draft, publication);
  if (seq !== null) deps.bus.poke(seq);
  return answer;
};

export const playbookRoutes = (app: App, deps: AppDeps): void => {
  app.openapi(history, async (c) => {
    const playbook = await current(deps);
    const versions = await deps.store.read(listVersions);
    return c.json({ playbook, versions }, 200);
  });
  app.openapi(publish, async (c) => {
    const { base, draft, note } = c.req.valid('json');
    const session = c.get('session');
    const publication = { base, by: session.member.name, actor: actorOf(session), note, now: deps.now() };
    return c.json(await publishRaw(deps, draft, publication), 200);
  });
  app.openapi(revert, async (c) => {
    const { base, to } = c.req.valid('json');
    const old = await deps.store.read((tx) => readVersion(tx, to));
    if (!old)
      throw new Refused('not-found', {
        message: `There is no version ${to} of the playbook.`,
        mend: 'Choose one of those that the history lists.',
      });
    const session = c.get('session');
    const publication = {
      ...{ base, by: session.member.name, actor: actorOf(session), now: deps.now() },
      ...{ note: `As version ${to}`, old: { version: to, origin: old.origin } },
    };
    return c.json(await publishRaw(deps, old.draft, publication), 200);
  });
};
