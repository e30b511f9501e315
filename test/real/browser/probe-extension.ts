import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const files = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Probe',
    version: '1',
    permissions: ['sidePanel', 'scripting', 'storage'],
    optional_host_permissions: ['*://*/*'],
    action: {},
    side_panel: { default_path: 'panel.html' },
    background: { service_worker: 'background.js' },
  }),
  // The content script is registered for what is granted, as Suki does it.
  'background.js': `
    chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    const register = async () => {
      await chrome.scripting.unregisterContentScripts();
      const { origins } = await chrome.permissions.getAll();
      if (origins.length) await chrome.scripting.registerContentScripts([{ id: 'mark', js: ['mark.js'], matches: origins }]);
    };
    chrome.permissions.onAdded.addListener(register);
    register();`,
  'mark.js': `document.documentElement.dataset.probe = 'on';`,
  'panel.html': `<!doctype html><style>body { margin: 0; background: rgb(0, 128, 0) }</style><title>Probe panel</title><h1>Panel</h1>`,
};

/** Writes an extension with a side panel and optional hosts into `dir` and returns its folder. */
export const writeProbeExtension = (dir: string): string => {
  const folder = join(dir, 'probe');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
