import type { Device } from '#lib/contract/team.ts';
import { type Actor, audit, OPERATOR } from '../audit.ts';
import { renewFilter } from '../filter.ts';
import type { Store } from '../store/store.ts';

/** All that were ever paired, oldest first. */
export const listDevices = (store: Store): Promise<Device[]> =>
  store.read((tx) =>
    tx
      .selectFrom('devices')
      .innerJoin('members', 'members.id', 'devices.member_id')
      .select([
        'devices.id as id',
        'devices.name as name',
        'members.name as member',
        'members.id as memberId',
        'devices.created_at as createdAt',
        'devices.last_seen_at as lastSeenAt',
        'devices.revoked_at as revokedAt',
      ])
      .orderBy('devices.created_at')
      .orderBy('devices.id')
      .execute(),
  );

/**
 * Signs a device out for good, by itself or by somebody else.
 * @returns false if there is no such device, or it was revoked before
 */
export const revokeDevice = (
  store: Store,
  now: number,
  device: string,
  by: Actor = OPERATOR,
): Promise<boolean> =>
  store.write(async (tx) => {
    const gone = await tx
      .updateTable('devices')
      .set({ revoked_at: now })
      .where('id', '=', device)
      .where('revoked_at', 'is', null)
      .returning(['name', 'member_id'])
      .executeTakeFirst();
    if (!gone) return false;
    await renewFilter(tx);
    const { name: of } = await tx
      .selectFrom('members')
      .select('name')
      .where('id', '=', gone.member_id)
      .executeTakeFirstOrThrow();
    const row = { id: `revoked:${device}`, at: now, by };
    if (by.device === device) await audit(tx, { ...row, action: 'left', detail: {} });
    else await audit(tx, { ...row, action: 'device-revoked', detail: { of, name: gone.name } });
    return true;
  });
