import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupFault, type Header } from '../backup/format.ts';
import type { Restored } from '../backup/restore.ts';
import type { ControlFile } from '../control.ts';
import { RestoreNews } from '../routes/care.ts';
import { OperatorError } from '../store/errors.ts';
import { textLines } from '../text-lines.ts';

/** Streams a backup to the server that holds the store. */
export const restoreRemotely = async (
  control: ControlFile,
  header: Header,
  bytes: Readable,
  { force, onProgress }: { force: boolean; onProgress: (rows: number, of: number) => void },
): Promise<Restored> => {
  const url = new URL('/control/restore', control.url);
  url.searchParams.set('header', JSON.stringify(header));
  url.searchParams.set('force', String(force));
  const outgoing = request(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${control.token}`, 'Content-Type': 'application/gzip' },
  });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  // A server that refuses does not read on; its answer says why.
  const sent = pipeline(bytes, outgoing).catch(() => {});
  const [response] = await answered;
  if (response.statusCode !== 200)
    throw new OperatorError(`The running server refused this (${response.statusCode}).`, 'See its log.');
  try {
    for await (const line of textLines(response)) {
      const news = RestoreNews.parse(JSON.parse(line));
      switch (news.news) {
        case 'progress':
          onProgress(news.rows, header.rows);
          break;
        case 'done':
          await sent;
          return { rows: news.rows, kept: news.kept };
        case 'problem':
          throw new OperatorError(news.message, news.mend);
      }
    }
  } finally {
    outgoing.destroy();
  }
  throw new BackupFault('the server ended before it was back', 'Nothing has changed. Run the same again.');
};
