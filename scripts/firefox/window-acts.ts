/*
 * What is done in Firefox's own window, as text because no published types know what it has. Each is the body of a function that
 * knows `id`, the extension's, and `args`. (Seen to hold in Firefox 153 ESR, November 2026.)
 */

const policy = 'const policy = WebExtensionPolicy.getByID(id);';
const global = (name: string): string =>
  `const { ${name} } = ChromeUtils.importESModule('resource://gre/modules/${name}.sys.mjs');`;

/** Whether this profile has the extension from earlier. */
export const isInstalled = `
  ${global('AddonManager')}
  return (await AddonManager.getAddonByID(id)) !== null;`;

/** Waits until the extension runs; returns where its pages are. */
export const originOf = `
  while (!WebExtensionPolicy.getByID(id)) await new Promise((resolve) => setTimeout(resolve, 50));
  ${policy}
  await policy.readyPromise;
  return policy.getURL('').replace(/\\/$/, '');`;

/** What the switch of a site in about:addons does: the extension hears permissions.onAdded. */
export const grant = `
  ${policy}
  ${global('ExtensionPermissions')}
  const permissions = { origins: args.hosts, permissions: [], data_collection: [] };
  await ExtensionPermissions.add(id, permissions, policy.extension);`;

/** What the button in the toolbar does when it is pressed. */
export const pressButton = `
  ${policy}
  ${global('ExtensionParent')}
  ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);`;

export const closeSidebar = 'SidebarController.hide();';

/** Puts the event page to sleep, as Firefox does after half a minute without work. */
export const sleep = `
  ${policy}
  await policy.extension.terminateBackground({ ignoreDevToolsAttached: true });`;

/** Lets Firefox refuse every sidebar, as it does to a call without a click. */
export const refuseSidebars = `
  SidebarController.mayShow ??= SidebarController.show;
  SidebarController.show = () => { throw new Error('sidebars are refused'); };`;
export const allowSidebars = 'SidebarController.show = SidebarController.mayShow;';

/**
 * The extension's sidebar as a context that WebDriver BiDi can address, or null while it is not there. Firefox gives an id only to
 * tabs: the sidebar's browser gets what a tab's has, and is found under its id from then on.
 */
export const sidebarContext = `
  const browser = SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser');
  if (!SidebarController.isOpen || browser?.currentURI?.spec !== args.url || browser.webProgress?.isLoadingDocument) return null;
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  browser.permanentKey ??= {};
  const context = NavigableManager.getIdForBrowser(browser);
  const amongTabs = Object.getPrototypeOf(NavigableManager).getBrowserById;
  NavigableManager.getBrowserById = (wanted) =>
    wanted === context ? browser : amongTabs.call(NavigableManager, wanted);
  return context;`;

/** Answers the question that the browser asks for the extension; returns what it asked, or null while it asks nothing. */
export const answerQuestion = `
  const question = PopupNotifications.getNotification('addon-webext-permissions', gBrowser.selectedBrowser);
  const panel = document.getElementById('addon-webext-permissions-notification');
  if (!question || !panel) return null;
  const asked = question.message + ' ' + panel.textContent;
  panel.button.click();
  return asked;`;
