import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { z } from 'zod';
import type { ControlFile } from '../control.ts';
import { ImportProblem } from '../import/problem.ts';
import type { ImportNews, ImportOptions } from '../import/run.ts';
import { OperatorError } from '../store/errors.ts';
import { textLines } from '../text-lines.ts';

const count = z.number().int();
const counts = z.object({ rows: count, created: count, updated: count, known: count, rejected: count });
const News = z.discriminatedUnion('news', [
  z.object({
    news: z.literal('header'),
    names: z.array(z.string()),
    unused: z.array(z.string()),
    resumedAt: count,
  }),
  z.object({ news: z.literal('progress'), counts }),
  z.object({
    news: z.literal('reject'),
    reject: z.object({
      rowNumber: count,
      line: count,
      reason: z.string(),
      mend: z.string(),
      cells: z.array(z.string()),
    }),
  }),
  z.object({
    news: z.literal('done'),
    counts,
    dryRun: z.boolean(),
    shared: z.object({ rows: count, order: z.string().nullable() }),
  }),
  z.object({ news: z.literal('problem'), message: z.string(), mend: z.string() }),
]);

/** Until more may be written, or nothing will be any more. No listener stays behind, however often it is waited. */
const drained = async (outgoing: ClientRequest): Promise<void> => {
  const waited = new AbortController();
  const { signal } = waited;
  try {
    await Promise.race([once(outgoing, 'drain', { signal }), once(outgoing, 'close', { signal })]);
  } finally {
    waited.abort();
  }
};

/** Streams a file to the server that holds the store, and gives its news as if the import ran here. */
export async function* importRemotely(
  control: ControlFile,
  text: AsyncIterable<string>,
  options: ImportOptions,
): AsyncGenerator<ImportNews> {
  const url = new URL('/control/import', control.url);
  url.searchParams.set('kind', options.kind);
  url.searchParams.set('hash', options.hash);
  url.searchParams.set('dryRun', String(options.dryRun));
  if (options.dates) url.searchParams.set('dates', options.dates);
  if (options.type) url.searchParams.set('type', options.type);
  // fetch would give the answer only when the whole file is sent; the progress comes while it is.
  const outgoing = request(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${control.token}`, 'Content-Type': 'text/csv' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).on('error', reject);
  });
  const sent = (async () => {
    for await (const chunk of text) {
      if (outgoing.destroyed) return;
      if (!outgoing.write(chunk)) await drained(outgoing);
    }
    outgoing.end();
  })();
  // Without this a failure while the answer is awaited would end the process; it is told below.
  sent.catch(() => outgoing.destroy());
  const response = await answered;
  if (response.statusCode !== 200) {
    outgoing.destroy();
    throw new OperatorError(
      `The running server refused the import (${response.statusCode}).`,
      'See its log.',
    );
  }
  for await (const line of textLines(response)) {
    const news = News.parse(JSON.parse(line));
    if (news.news === 'problem') throw new ImportProblem(news.message, news.mend);
    yield news;
  }
  await sent;
}
