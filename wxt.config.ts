import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

/** Packages of `names` in a chunk of their own. */
const chunk = (name: string, names: string) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](${names})[\\\\/]`),
});
const groups = [
  chunk('react', 'react|react-dom|scheduler|@base-ui|@floating-ui|lucide-react|@tanstack'),
  chunk('words', '@lingui|@messageformat|moo'),
  // With zod goes what tells it not to compile code: whichever chunk makes a schema first, it was told before.
  { name: 'data', test: /node_modules[\\/](dexie|zod|webextension-polyfill)[\\/]|[\\/]no-eval\.ts$/ },
];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  // Tests build into folders of their own.
  outDir: process.env.SUKI_OUT_DIR ?? '.output',
  vite: () => ({
    plugins: [tailwindcss()],
    // What WXT would log of a script that fails says nothing in a shipped build, and is in each of them.
    build: { rolldownOptions: { treeshake: { manualPureFunctions: ['logger'] } } },
  }),
  hooks: {
    // Pages only (worker and page script are single files): what asks who is there must not wait for React.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      const before = config.build?.rolldownOptions;
      const output = { ...[before?.output].flat()[0], codeSplitting: { groups } };
      config.build = { ...config.build, rolldownOptions: { ...before, output } };
    },
  },
  manifest: ({ browser }) => ({
    name: 'Suki',
    description: 'Who is writing, where they stand with you, and the one next action that would serve them.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'activeTab',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['*://*/*'],
    // Firefox would put the button away into the menu of its extensions.
    action: { default_title: 'Open Suki', ...(browser === 'firefox' && { default_area: 'navbar' }) },
    // CSS light-dark() came with 123; AbortSignal.any and Map.groupBy before.
    ...(browser === 'chrome' && { minimum_chrome_version: '123' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'suki@suki.example',
          strict_min_version: '140.0',
          // Customers' addresses, this browser's token and the rep's notes of calls go to the team's own server: say so.
          data_collection_permissions: {
            required: ['personallyIdentifyingInfo', 'authenticationInfo', 'personalCommunications'],
          },
        },
      },
    }),
  }),
});
