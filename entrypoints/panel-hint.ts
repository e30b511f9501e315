import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { panelHint } from '#lib/i18n/en/panel-hint.ts';
import { drawPanelHint } from '#lib/platform/draw-panel-hint.ts';

/** Put into a page on demand, when a click on Suki's button could not open the panel. */
export default defineUnlistedScript(() =>
  drawPanelHint(document, {
    title: panelHint['hint.title'],
    text: panelHint['hint.text'],
    close: panelHint['hint.close'],
  }),
);
