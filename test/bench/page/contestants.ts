import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildExtension } from '#scripts/build-extension.ts';

import { sites } from './mail-page.ts';

const peers = join(import.meta.dirname, 'peers');

/** What runs beside the page: scripts of an extension, in its own world or in the page's. */
type Script = { file: string; code: string; world?: 'MAIN' };
export type Contestant = 'nobody' | 'Suki' | 'naive rescan' | 'InboxSDK' | 'gmail.js';

/** What a first attempt looks like: after every change, all of the page, again. */
const NAIVE = `
  let last = '';
  const look = () => {
    const marked = document.querySelectorAll('a[href^="mailto:"], [title*="@"], [data-hovercard-id], [email]');
    const written = document.body.textContent.match(/[\\w.+-]+@[\\w-]+\\.[\\w.]+/g) ?? [];
    const now = JSON.stringify([...[...marked].map((one) => one.getAttribute('email') ?? one.getAttribute('href')), ...written]);
    if (now !== last) last = now;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  look();`;

/** What a library leaves in the page once it is at work. */
const STARTED = "document.documentElement.dataset.atWork = 'yes';";

/** A library as an extension would use it to know who is in the conversation. */
const bundled = async (file: string, code: string, world?: 'MAIN'): Promise<Script> => {
  const entry = join(peers, `entry-${file}`);
  const built = await build({
    configFile: false,
    root: peers,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'peer' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`nothing came of bundling ${file}`);
  return { file, code: chunk.code, ...(world && { world }) };
};

const scriptsOf: Record<Contestant, () => Promise<Script[]>> = {
  nobody: async () => [],
  Suki: async () => [
    { file: 'page.js', code: readFileSync(join(await buildExtension(), 'page.js'), 'utf8') },
  ],
  'naive rescan': async () => [{ file: 'naive.js', code: NAIVE }],
  InboxSDK: async () => [
    await bundled(
      'inboxsdk.js',
      `import * as InboxSDK from '@inboxsdk/core';
       InboxSDK.load(2, 'sdk_bench_0000000000').then((sdk) => {
         sdk.Conversations.registerMessageViewHandlerAll((view) => view.on('load', () => view.getSender()));
         ${STARTED}
       });`,
    ),
  ],
  'gmail.js': async () => [
    await bundled(
      'gmail.js',
      `import jQuery from 'jquery'; import { Gmail } from 'gmail-js';
       const gmail = new Gmail(jQuery);
       gmail.observe.on('load', () => {});
       // These watch the body, which is not there when a script has to start that listens to requests.
       addEventListener('DOMContentLoaded', () => {
         gmail.observe.on('view_thread', (thread) => thread.emails?.());
         gmail.observe.on('view_email', (view) => view.from?.());
         ${STARTED}
       });`,
      'MAIN',
    ),
  ],
};

/** The worker of Suki as far as a page needs it: it brings the description of the page's host. */
const SUKI_WORKER = `
  import { specs } from '${join(import.meta.dirname, '../../../lib/detect/hosts/index.ts')}';
  import { specText } from '${join(import.meta.dirname, '../../../lib/detect/spec-text.ts')}';
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    const spec = specs.find(({ id }) => id === message.host);
    if (message.type === 'page.host') reply(spec ? specText(spec) : null);
  });`;

const workerOf = async (contestant: Contestant): Promise<string | null> => {
  if (contestant === 'Suki') return (await bundled('worker.js', SUKI_WORKER)).code;
  if (contestant !== 'InboxSDK') return null;
  return readFileSync(join(peers, 'node_modules/@inboxsdk/core/background.js'), 'utf8');
};

/** Writes an extension that runs the contestant on the benchmark's page into a folder of `dir`; its folder, or null. */
export const writeExtension = async (contestant: Contestant, dir: string): Promise<string | null> => {
  const scripts = await scriptsOf[contestant]();
  if (scripts.length === 0) return null;
  const folder = join(dir, contestant.replaceAll(/\W/g, '-'));
  mkdirSync(folder);
  const worker = await workerOf(contestant);
  const manifest = {
    manifest_version: 3,
    name: contestant,
    version: '1',
    permissions: ['scripting'],
    host_permissions: sites.map((site) => `${site}*`),
    content_scripts: scripts.map(({ file, world }) => ({
      matches: sites.map((site) => `${site}*`),
      js: [file],
      run_at: world ? 'document_start' : 'document_idle',
      ...(world && { world }),
    })),
    ...(worker && { background: { service_worker: 'background.js' } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const { file, code } of scripts) writeFileSync(join(folder, file), code);
  if (worker) writeFileSync(join(folder, 'background.js'), worker);
  if (contestant === 'InboxSDK') {
    writeFileSync(
      join(folder, 'pageWorld.js'),
      readFileSync(join(peers, 'node_modules/@inboxsdk/core/pageWorld.js')),
    );
  }
  return folder;
};
