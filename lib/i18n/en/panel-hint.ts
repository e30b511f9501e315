/** What stands in the page when the browser does not let Suki open its panel. Plain words: nothing is filled in. */
export const panelHint = {
  'hint.title': 'Suki could not open by itself',
  'hint.text': 'Open it from the menu: View, Sidebar, Suki. Press Alt if you see no menu.',
  'hint.close': 'Close',
};
