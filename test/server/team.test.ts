import { beforeEach, describe, expect, it } from 'vitest';
import type { EventData } from '#lib/contract/events.ts';
import type { Mutation } from '#lib/contract/mutations.ts';
import { DoubtsAnswer } from '#lib/contract/playbook-edit.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import type { RepEventType } from '#lib/contract/rep-events.ts';
import { HelloAnswer, WIRE } from '#lib/contract/sync.ts';
import { revokeDevice } from '#server/auth/devices.ts';
import { createDevice, type Device, engines, START, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('a team on a server on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia', 'founder');
    ben = await createDevice(server, 'Ben', 'rep');
    await mia.push([mia.creating('ana', 'ana@shop.example')]);
  });

  const telling = <T extends RepEventType>(
    device: Device,
    type: T,
    data: EventData<T>,
    at = server.clock.now,
  ): unknown => {
    const { mid, id, v } = device.recording('ana', '');
    const event = { id, source: 'panel', subject: 'ana', at, type, data };
    return { mid, id, v, at, name: 'event.record', args: { customer: 'ana', event } };
  };
  const settle = async (
    device: Device,
    ...mutations: unknown[]
  ): Promise<{ status: string; message?: string }[]> => {
    const response = await device.push(mutations as Mutation[]);
    expect(response.status).toBe(200);
    return (await response.json()).results;
  };
  const timeline = async (): Promise<{ type: string; by?: string; data: object }[]> =>
    (await (await mia.get('/customers/ana')).json()).customer.timeline;

  it('[S61] is named by the greeting: who has a device here, and nobody who has left', async () => {
    const greet = async () => {
      const answer = await mia.post('/sync/hello', { clientId: mia.clientId, wire: WIRE.version });
      return HelloAnswer.parse(await answer.json()).members;
    };
    await server.invite('Not here yet');
    expect(await greet()).toEqual([ben.member, mia.member]);
    await revokeDevice(server.store, START, ben.device);
    expect(await greet()).toEqual([mia.member]);
  });

  it('[R4-19] sees who is replying: a claim carries the name that the server knows', async () => {
    const until = START + HOUR;
    await settle(mia, telling(mia, 'Claim Taken', { until }));
    expect((await timeline()).find(({ type }) => type === 'Claim Taken')).toMatchObject({
      by: 'Mia',
      data: { until },
    });
  });

  it.each([
    ['a claim of more than 8 hours', 'Claim Taken', { until: START + 8 * HOUR + 1 }, '8 hours'],
    ['a claim that is over', 'Claim Taken', { until: START }, 'ends before it begins'],
    [
      'a stage set for more than 90 days',
      'Stage Overridden',
      { to: 'retain', reason: 'They told me so', until: START + 90 * DAY + 1 },
      '90 days',
    ],
    [
      'a stage that there is not',
      'Stage Overridden',
      { to: 'whale', reason: 'They told me so', until: START + DAY },
      'args.event.data.to',
    ],
    [
      'a stage set for a reason of blanks',
      'Stage Overridden',
      { to: 'retain', reason: '  ', until: START + DAY },
      'says nothing',
    ],
    [
      'a play put off into the past',
      'Action Snoozed',
      { play: 'p', until: START - 1 },
      'ends before it begins',
    ],
    ['a play put off for ever', 'Action Snoozed', { play: 'p', until: START + 732 * DAY }, '2 years'],
    [
      'a 30 February',
      'Special Day Noted',
      { day: 'birthday', month: 2, date: 30, consent: true },
      'no such day',
    ],
    ['a sum that is none', 'Subscription Paused', { total: 1e13, currency: 'EUR' }, 'event.data.total'],
    ['automations that rest too long', 'Automations Paused', { until: START + 91 * DAY }, '90 days'],
    ['a hand-over to nobody', 'Handed Over', { to: 'Zoe' }, '"Zoe"'],
    ['a hand-over to no name', 'Handed Over', { to: 'Mia\0' }, 'event.data.to: has a control character'],
  ] as const)('is spared %s', async (_, type, data, words) => {
    const [result] = await settle(ben, telling(ben, type, data as EventData<typeof type>));
    expect(result).toMatchObject({ status: 'rejected', code: 'invalid' });
    expect(result?.message).toContain(words);
    expect((await timeline()).filter((entry) => entry.type === type)).toEqual([]);
  });

  it('is spared a customer in a time zone that there is not', async () => {
    const adding = (customer: string, timezone: string) => {
      const mutation = ben.creating(customer, `${customer}@shop.example`);
      if (mutation.name !== 'customer.create') throw new Error('another mutation');
      const profile = { ...mutation.args.profile, timezone };
      return { ...mutation, args: { customer, profile } };
    };
    const [wrong, right] = await settle(ben, adding('cara', 'Mars/Olympus'), adding('cara', 'Europe/Vienna'));
    expect(wrong).toMatchObject({ status: 'rejected', message: expect.stringContaining('Mars/Olympus') });
    expect(right).toMatchObject({ status: 'applied' });
  });

  it('may claim for 8 hours, set a stage for 90 days and hand over to a colleague, by whatever clock', async () => {
    // This device is a day behind.
    const at = START - DAY;
    const results = await settle(
      ben,
      telling(ben, 'Claim Taken', { until: at + 8 * HOUR }, at),
      telling(ben, 'Stage Overridden', { to: 'retain', reason: 'She told me so', until: at + 90 * DAY }, at),
      telling(ben, 'Handed Over', { to: 'Mia', text: 'She waits for the new size.' }, at),
    );
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
  });

  it.each([-3 * HOUR, 3 * HOUR])(
    'a claim holds as long as it was meant to by a clock that is %i ms ahead',
    async (ahead) => {
      const at = START + ahead;
      const claim = telling(ben, 'Claim Taken', { until: at + HOUR }, at);
      expect((await ben.push([claim as Mutation], { sentAt: at })).status).toBe(200);
      expect((await timeline()).find(({ type }) => type === 'Claim Taken')).toMatchObject({
        at: START,
        data: { until: START + HOUR },
      });
    },
  );

  describe('whose data is doubted', () => {
    const doubts = async (device: Device) =>
      DoubtsAnswer.parse(await (await device.get('/v1/doubts')).json()).doubts;
    const wrong = (fact?: string, at = START) =>
      telling(ben, 'Action Dismissed', { play: 'check_in', why: 'wrong-fact', ...(fact && { fact }) }, at);

    it('lists what colleagues called wrong in the last 90 days, the newest first', async () => {
      await settle(ben, wrong('lastOrderAt', START - 91 * DAY), wrong('phone', START - 89 * DAY), wrong());
      await settle(
        ben,
        telling(ben, 'Action Dismissed', { play: 'check_in', why: 'never' }),
        telling(ben, 'Action Dismissed', { play: 'check_in', why: 'bad-idea', reason: '"why":"wrong-fact"' }),
      );
      const about = { by: 'Ben', customer: { id: 'ana', name: 'ana' }, play: 'check_in' };
      expect(await doubts(mia)).toEqual([
        { event: expect.any(String), at: START, fact: null, ...about },
        { event: expect.any(String), at: START - 89 * DAY, fact: 'phone', ...about },
      ]);
    });

    it('shows them to admins and founders only', async () => {
      expect((await ben.get('/v1/doubts')).status).toBe(403);
      const admin = await createDevice(server, 'Ada', 'admin');
      expect(await doubts(admin)).toEqual([]);
    });
  });
});
