import { PairAnswer } from '#lib/contract/sync.ts';
import { OPERATOR } from '#server/audit.ts';
import { changeMember } from '#server/auth/members.ts';
import { readStored, storePlaybook } from '#server/ingest/playbooks.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { createServer, START } from '../world.ts';
import type { Shelf, StorePlace } from './place.ts';

/** A server at rest that each seed begins with: some customers, and devices that are paired but have not synced yet. */
export type Template = { place: StorePlace; customers: string[]; paired: PairAnswer[] };

const PEOPLE = [
  ['Mia', 'rep'],
  ['Ben', 'rep'],
  ['Cara', 'founder'],
  ['Mia', 'rep'],
  ['Dora', 'rep'],
  ['Ben', 'rep'],
] as const;
export const TEAMS = ['north', 'south'] as const;
/** The teams of each member, where teams count. */
const TEAMS_OF: Readonly<Record<string, readonly string[]>> = { Mia: ['north'], Ben: ['south'] };
/** Of which team each customer is. */
const CUSTOMERS = ['north', 'south', null, null, 'north'] as const;

/** A playbook of three plays: the whole one is sent with each snapshot, and is not what is tested here. */
const shortenPlaybook = (server: Awaited<ReturnType<typeof createServer>>): Promise<void> =>
  server.store.write(async (tx) => {
    const stored = await readStored(tx);
    if (!stored) throw new Error('a new server has a playbook');
    const plays = stored.playbook.plays.slice(0, 3);
    await storePlaybook(tx, { ...stored.playbook, plays }, await takeNumber(tx));
  });

export const createTemplate = async (shelf: Shelf): Promise<Template> => {
  const place = await shelf.place();
  const clock = { now: START };
  const server = await createServer(place, clock);
  const deps = { now: () => START, uuid: () => crypto.randomUUID() };
  await shortenPlaybook(server);
  const paired: PairAnswer[] = [];
  for (const [name, role] of PEOPLE) {
    const answer = await server.send('/pair', {
      body: { code: await server.invite(name, role), device: 'Chrome' },
    });
    paired.push(PairAnswer.parse(await answer.json()));
  }
  for (const { member } of paired)
    await changeMember(
      server.store,
      deps,
      member.id,
      { teams: [...(TEAMS_OF[member.name] ?? [])] },
      OPERATOR,
    );
  const founder = paired.find(({ member }) => member.role === 'founder');
  const customers = CUSTOMERS.map((_, n) => `c${n}`);
  const clientId = crypto.randomUUID();
  for (const [n, customer] of customers.entries()) {
    const head = { mid: n + 1, id: crypto.randomUUID(), v: 1, at: START, name: 'customer.create' };
    const team = CUSTOMERS[n];
    const addresses = [`${customer}@shop.example`];
    const profile = { name: customer, addresses, createdAt: START, ...(team && { team }) };
    const answer = await server.send('/sync/push', {
      token: founder?.token ?? '',
      body: {
        clientId,
        epoch: founder?.epoch,
        sentAt: START,
        mutations: [{ ...head, args: { customer, profile } }],
      },
    });
    if (answer.status !== 200) throw new Error(`the template: ${await answer.text()}`);
  }
  await server.close();
  return { place, customers, paired };
};
