import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a browser and the server, and keeps every byte that the browser sends. */
export type Wiretap = {
  url: string;
  /** Everything sent so far: method, path, headers and body of each request, as text. */
  sent: () => string[];
  close: () => Promise<void>;
};

/** @param target where the server is, without a slash at the end; it may be away */
export const openWiretap = async (target: string): Promise<Wiretap> => {
  const sent: string[] = [];
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const at = sent.push('') - 1;
    const head = `${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join('\n')}\n\n`;
    const body: Buffer[] = [];
    sent[at] = head;
    const onward = request(
      target + incoming.url,
      { method: incoming.method, headers: { ...incoming.headers } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    // The server is away: so is this line.
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.on('data', (chunk: Buffer) => {
      body.push(chunk);
      sent[at] = head + Buffer.concat(body).toString('latin1');
      onward.write(chunk);
    });
    incoming.on('end', () => onward.end());
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => [...sent],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
