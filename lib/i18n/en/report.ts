import type { ReportCode } from '../../contract/report.ts';

const codes: Record<`report.code.${ReportCode}`, string> = {
  'report.code.wrong-person': 'Wrong person',
  'report.code.layout-unknown': 'The layout was new to Suki',
  'report.code.name-only': 'No address was found',
  'report.code.no-conversation': 'An open message was not seen',
  'report.code.nobody-outside': 'Nobody from outside was found',
};

/** Reports of pages: what the rep is shown before anything is sent, and what the admin sees of them. */
export const report = {
  ...codes,
  'report.title': 'Report this page?',
  'report.title.sent': 'Reported',
  'report.text':
    'It helps whoever mends how Suki reads this page. This is all that would be sent, to your team’s own server and to nobody else: how the page is built, in Suki’s own words. Every text, name and address was left out; … stands in its place.',
  'report.looking': 'Looking at the page…',
  'report.unseen':
    'The page did not let Suki look at it. Load it again, and then try once more. Nothing was sent.',
  'report.send': 'Send to your server',
  'report.sending': 'Sending…',
  'report.drop': 'Don’t send',
  'report.again': 'Try again',
  'report.sent': 'Thank you. It is at your server, where your admin sees it.',
  'report.close': 'Close',
  'report.unsent.network': 'Your server cannot be reached now. Nothing was sent, and nothing is kept.',
  'report.unsent.busy': 'Your server asks for a pause. Nothing was sent; try again in a minute.',
  'report.unsent.other': 'Your server did not take it: {message}',
  // What is in it
  'report.what': 'What',
  'report.page': 'Page',
  'report.page.by': '{host}, as of {version}',
  'report.from': 'From',
  'report.from.by':
    'Suki {version} in {browser, select, chrome {Chrome} edge {Edge} firefox {Firefox} other {another browser}}',
  'report.size': 'Size',
  'report.size.by': '{kb, number} kB',
  'report.document.first': 'Where Suki looked for the person',
  'report.document.other': 'Another part of the page',
  'report.document.count':
    '{n, plural, one {# element} other {# elements}}{left, plural, =0 {} one {, # of them not shown} other {, # of them not shown}}',
  'report.unread':
    '{n, plural, one {# more part of the page is not in it.} other {# more parts of the page are not in it.}}',
  // The admin's view
  'reports.loading': 'One moment…',
  'reports.failed': 'The server did not say: {message}',
  'reports.none':
    'No page was reported in the last 90 days. Where Suki finds nobody, or somebody else, your colleagues can show you how that page is built.',
  'reports.generic': 'Other sites',
  'reports.page': 'Page',
  'reports.misses': 'Nobody found',
  'reports.wrong': 'Wrong person',
  'reports.last': 'Last',
  'reports.version': 'as of {version}',
  'reports.days': '{n, plural, one {# report} other {# reports}} in the last 30 days',
  'reports.show': 'Reports of {host}, as of {version}',
  'reports.show.do': '{n, plural, one {# report} other {# reports}}',
  'reports.kept.none': 'These are no longer kept, only counted.',
  'reports.open': 'Open',
  'reports.open.of': 'Open the report of {when}: {what}',
  'reports.opened': 'Reported page',
  'reports.opened.text': 'For whoever mends the detector. Nothing of what stood in the page is in it.',
  'reports.copy': 'Copy',
  'reports.copied': 'Copied',
  'reports.save': 'Save as a file',
} as const;
