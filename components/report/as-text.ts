import type { Report } from '#lib/contract/report.ts';

/** A report as a text file, for whoever mends the detector. */
export const asText = ({ code, host, version, extension, browser, documents, unread }: Report): string =>
  [
    `Suki report: ${code}`,
    `host ${host}, detector ${version}`,
    `extension ${extension}, ${browser}`,
    ...documents.flatMap(({ elements, left, lines }, at) => [
      '',
      `document ${at + 1} of ${documents.length}: ${elements} elements, ${left} not shown`,
      ...lines,
    ]),
    ...(unread > 0 ? ['', `${unread} more documents not shown`] : []),
    '',
  ].join('\n');

/** What the file is called. */
export const fileName = ({ code, host, version }: Report): string => `suki-${host}-${version}-${code}.txt`;
