import { randomUUID } from 'node:crypto';
import { createTransport, type Fetch } from '#lib/sync/transport.ts';
import { idOf } from './documents.ts';

type Transport = ReturnType<typeof createTransport>;

/** A note about a customer, as a click in the panel makes one; its running number is given when it is sent. */
export const aClick = (customer: string) => {
  const id = randomUUID();
  const at = Date.now();
  const data = {
    kind: 'NOTE',
    direction: 'out',
    channel: 'note',
    initiator: 'rep',
    purpose: 'care',
    text: id,
  };
  const event = { id, source: 'panel', subject: customer, at, type: 'Touchpoint Logged', data };
  return { id, name: 'event.record', v: 1, at, args: { customer, event } };
};

/** One rep's device without its databases: it sends what the extension sends. */
export type Device = {
  transport: Transport;
  clientId: string;
  hello: () => Promise<HelloAnswer>;
  /** Pushes clicks on these customers (numbers) and waits until all are settled. */
  push: (epoch: string, customers: readonly number[]) => Promise<void>;
};
type HelloAnswer = Extract<Awaited<ReturnType<Transport['hello']>>, { ok: true }>['value'];

export const createDevice = (
  server: string,
  token: string,
  signal: AbortSignal,
  ask: Fetch = (url, init) => fetch(url, init),
): Device => {
  const transport = createTransport({ fetch: ask, server, token, signal });
  const clientId = randomUUID();
  let mid = 0;
  return {
    transport,
    clientId,
    hello: async () => {
      const answer = await transport.hello(clientId);
      if (!answer.ok) throw new Error(`hello: ${answer.error.code} ${answer.error.message}`);
      return answer.value;
    },
    push: async (epoch, customers) => {
      const mutations = customers.map((n) => {
        mid += 1;
        return { ...aClick(idOf(n)), mid };
      });
      const answer = await transport.push(clientId, epoch, Date.now(), mutations);
      if (!answer.ok) throw new Error(`push: ${answer.error.code} ${answer.error.message}`);
      const settled = answer.value.results.filter(({ status }) => status === 'applied').length;
      if (settled !== mutations.length)
        throw new Error(
          `push: ${settled} of ${mutations.length} were settled: ${JSON.stringify(answer.value.results[0])}`,
        );
    },
  };
};
