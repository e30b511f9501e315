/** Words of the side panel and the options page, in ICU MessageFormat. */
export const panel = {
  'panel.title': 'Suki',
} as const;
