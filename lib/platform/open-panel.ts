import { browser } from './browser.ts';

/** Chrome's name for what Firefox calls the sidebar. */
type SidePanel = { open: (where: { windowId: number }) => Promise<void> };
const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;

/**
 * Opens the panel beside the page. Must be called before anything is awaited, while the click counts; rejects where the browser
 * forbids it. Firefox knows no window here: it takes the one in front, where the click was.
 */
export const openPanel = (windowId: number): Promise<void> =>
  sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open();
