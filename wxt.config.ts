import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [tailwindcss()] }),
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
    action: { default_title: 'Open Suki' },
    minimum_chrome_version: '116',
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'suki@suki.example',
          strict_min_version: '140.0',
          // A customer's address and what the rep logs go to the team's own server: say so.
          data_collection_permissions: { required: ['personallyIdentifyingInfo', 'authenticationInfo'] },
        },
      },
    }),
  }),
});
