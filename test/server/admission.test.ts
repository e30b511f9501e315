import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '#server/audit.ts';
import { revokeDevice } from '#server/auth/devices.ts';
import { changeMember, removeMember } from '#server/auth/members.ts';
import { readFilters } from '#server/filter.ts';
import type { GatedStore } from '#server/store/gate.ts';
import { backUp, filled, opened, restore } from './backups.ts';
import { engines, placeForTest, START } from './place.ts';

describe.each(engines)('who was signed out, or in again, after a backup on %s', (engine) => {
  /** Two devices of Mia, two of Ben and a link of his, and a backup of that. */
  const withDevices = async () => {
    const place = await placeForTest(engine);
    const store = await filled(place);
    const common = { role: 'rep', created_at: START, teams: '[]' };
    await store.write(async (tx) => {
      await tx
        .insertInto('members')
        .values({ ...common, id: 'm2', name: 'Ben' })
        .execute();
      for (const [id, member_id] of [
        ['mia-1', 'm1'],
        ['mia-2', 'm1'],
        ['ben-1', 'm2'],
        ['ben-2', 'm2'],
      ] as const)
        await tx
          .insertInto('devices')
          .values({
            ...{ id, member_id, token_hash: id, name: 'Chrome', created_at: START, last_seen_at: START },
            ...{ revoked_at: null, token_until: null, next_hash: null, next_until: null },
          })
          .execute();
      await tx
        .insertInto('pairings')
        .values({
          ...{ code_hash: 'link', member_id: 'm2', created_at: START, expires_at: START + 86_400_000 },
          ...{ used_at: null, revoked_at: null },
        })
        .execute();
    });
    const file = join((await placeForTest('sqlite')).dataDir, 'one');
    await backUp(place, file);
    return { place, store, file };
  };
  const signedOut = async (store: GatedStore) =>
    Object.fromEntries(
      (
        await store.read((tx) =>
          tx.selectFrom('devices').select(['id', 'revoked_at']).where('revoked_at', 'is not', null).execute(),
        )
      ).map(({ id, revoked_at }) => [id, revoked_at]),
    );

  it('[S64] stays signed out when it is put back, since the same moment, and the key of the filter is renewed', async () => {
    const { store, file } = await withDevices();
    await revokeDevice(store, START + 1, 'mia-1');
    await changeMember(store, { now: () => START, uuid: randomUUID }, 'm2', { teams: ['north'] }, OPERATOR);
    expect((await restore(store, file)).kept).toEqual({ devices: 1, roles: 1 });
    expect(await signedOut(store)).toEqual({ 'mia-1': START + 1 });
    expect((await store.read(readFilters)).renew).toBe(true);
    // Known to what is there now.
    expect((await restore(store, file)).kept).toEqual({ devices: 1, roles: 0 });
  });

  it('[S64] stays out as a whole when it was a member, whose links stay worthless', async () => {
    const { store, file } = await withDevices();
    // The store has not even heard of one of the devices.
    await store.write((tx) => tx.deleteFrom('devices').where('id', '=', 'ben-2').execute());
    const deps = { now: () => START + 2, uuid: randomUUID };
    expect(await removeMember(store, deps, 'm2', OPERATOR)).toBe(true);
    expect((await restore(store, file)).kept).toEqual({ devices: 2, roles: 0 });
    expect(await signedOut(store)).toEqual({ 'ben-1': START + 2, 'ben-2': START + 2 });
    const link = await store.read((tx) => tx.selectFrom('pairings').selectAll().executeTakeFirstOrThrow());
    expect(link.revoked_at).toBe(START + 2);
  });

  it('[S64] keeps the token that was renewed since, and the one before it is worth nothing', async () => {
    const { place, store, file } = await withDevices();
    const renewed = {
      token_hash: 'mia-2 renewed',
      token_until: START + 9,
      next_hash: 'next',
      next_until: 11,
    };
    await store.write((tx) => tx.updateTable('devices').set(renewed).where('id', '=', 'mia-2').execute());
    const tokens = () =>
      store.read((tx) =>
        tx.selectFrom('devices').selectAll().where('id', '=', 'mia-2').executeTakeFirstOrThrow(),
      );
    await restore(store, file);
    expect(await tokens()).toMatchObject({ ...renewed, revoked_at: null });
    expect(await signedOut(store)).toEqual({});
    // Put back over an older store, the token of the backup is the newer one.
    const newer = `${file}-newer`;
    await backUp(place, newer);
    const before = { token_hash: 'mia-2', token_until: START + 1, next_hash: null, next_until: null };
    await store.write((tx) => tx.updateTable('devices').set(before).where('id', '=', 'mia-2').execute());
    await restore(store, newer);
    expect(await tokens()).toMatchObject(renewed);
  });

  it('is not known to a new store, which says so', async () => {
    const { store, file } = await withDevices();
    await revokeDevice(store, START + 1, 'mia-1');
    const fresh = await opened(await placeForTest(engine));
    expect((await restore(fresh, file)).kept).toBeNull();
    expect(await signedOut(fresh)).toEqual({});
  });
});
