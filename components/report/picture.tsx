import type { Report } from '#lib/contract/report.ts';
import { bytesOf } from '#lib/contract/report-line.ts';
import { tr } from '#lib/i18n/report.ts';
import { hostName } from '../say.ts';

/** What people call the pages of a host; those without code of their own are read by one detector for all. */
export const pagesOf = (host: string): string =>
  host === 'generic' ? tr('reports.generic') : hostName(host);

/** A line as deep as it stands in the page, with what was taken out standing back. */
const Line = ({ text }: { text: string }) => {
  const said = text.trimStart();
  const depth = text.length - said.length;
  return (
    <span className="block" style={{ paddingLeft: `${depth * 0.75 + 2}ch`, textIndent: '-2ch' }}>
      {said.split(/("?…[a-z-]*"?)/).map((piece, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never change.
          <span key={at} className="text-soft italic">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </span>
  );
};

/** A report, whole: each fact in it, and each line. */
export const Picture = ({ report }: { report: Report }) => {
  const { code, host, version, extension, browser, documents, unread } = report;
  const kb = Math.ceil(bytesOf(documents.flatMap(({ lines }) => lines)) / 1_024);
  const facts = [
    [tr('report.what'), tr(`report.code.${code}`)],
    [tr('report.page'), tr('report.page.by', { host: pagesOf(host), version })],
    [tr('report.from'), tr('report.from.by', { version: extension, browser })],
    [tr('report.size'), tr('report.size.by', { kb })],
  ] as const;
  return (
    <div data-part="report" className="flex flex-col gap-3">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-soft">{term}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {documents.map(({ elements, left, lines }, at) => {
        const name = tr(at === 0 ? 'report.document.first' : 'report.document.other');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes.
          <section key={at} aria-label={name}>
            <h3 className="mb-1 flex flex-wrap items-baseline gap-x-2 text-xs">
              <span className="font-semibold">{name}</span>
              <span className="text-soft">{tr('report.document.count', { n: elements, left })}</span>
            </h3>
            <pre
              dir="ltr"
              className="whitespace-pre-wrap rounded-lg border border-line bg-sunk px-2 py-1.5 text-start font-mono text-2xs [overflow-wrap:anywhere]"
            >
              {lines.map((line, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes.
                <Line key={n} text={line} />
              ))}
            </pre>
          </section>
        );
      })}
      {unread > 0 && <p className="text-soft text-xs">{tr('report.unread', { n: unread })}</p>}
    </div>
  );
};
