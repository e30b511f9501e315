import type { ChildProcess } from 'node:child_process';
import type { ConnectionTransport } from 'puppeteer-core';
import { z } from 'zod';

const Answer = z.object({
  id: z.number().nullish(),
  type: z.enum(['success', 'error', 'event']),
  result: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
});

/** Firefox says when it goes to a page of an extension, but not when that is there (bug 1755014). */
const Arrival = z.object({
  method: z.literal('browsingContext.navigationCommitted'),
  params: z.looseObject({ url: z.string().startsWith('moz-extension:') }),
});

/**
 * The one line to Firefox, in WebDriver BiDi, shared by puppeteer and by this harness: Firefox lets in only one client, and
 * puppeteer has no command for the browser's own windows.
 */
export type Wire = {
  transport: ConnectionTransport;
  /** A command of the harness; resolves with its result, rejects with what Firefox says. */
  send: (method: string, params: object) => Promise<unknown>;
  /** Tells puppeteer of something as if Firefox had. */
  tell: (method: string, params: unknown) => void;
};

/** Where Firefox listens, as it says when it starts. Rejects when it ends before, with what it said. */
export const listeningAt = (firefox: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    firefox.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-4_000);
      const url = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (url) resolve(`${url}/session`);
    });
    firefox.once('error', reject);
    firefox.once('exit', (code) =>
      reject(new Error(`Firefox ended with ${code} before it listened. It said:\n${said}`)),
    );
  });

/** Connects to a Firefox that listens at `url`. */
export const openWire = async (url: string): Promise<Wire> => {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`Firefox does not answer at ${url}`)));
  });
  const transport: ConnectionTransport = {
    send: (message) => socket.send(message),
    close: () => socket.close(),
  };
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const tell: Wire['tell'] = (method, params) =>
    transport.onmessage?.(JSON.stringify({ type: 'event', method, params }));
  // Puppeteer counts from 1.
  let last = 1_000_000_000;
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const heard: unknown = JSON.parse(data);
    const { id, type, result, error, message } = Answer.parse(heard);
    const asked = typeof id === 'number' ? waiting.get(id) : undefined;
    if (!asked || typeof id !== 'number') {
      transport.onmessage?.(data);
      const arrival = Arrival.safeParse(heard).data;
      if (arrival)
        for (const event of ['domContentLoaded', 'load']) tell(`browsingContext.${event}`, arrival.params);
      return;
    }
    waiting.delete(id);
    if (type === 'success') asked.resolve(result);
    else asked.reject(new Error(`Firefox: ${error}: ${message}`));
  });
  socket.addEventListener('close', () => {
    for (const asked of waiting.values()) asked.reject(new Error('Firefox has hung up'));
    waiting.clear();
    transport.onclose?.();
  });
  return {
    transport,
    send: (method, params) => {
      const asked = Promise.withResolvers<unknown>();
      waiting.set(++last, asked);
      socket.send(JSON.stringify({ id: last, method, params }));
      return asked.promise;
    },
    tell,
  };
};
