import { useState } from 'react';
import type { Device } from '#lib/contract/team.ts';
import { t } from '#lib/i18n/index.ts';
import { tt } from '#lib/i18n/team.ts';
import { ago, full } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { isolated } from './isolated.ts';
import { Sure } from './sure.tsx';

type Props = { devices: readonly Device[]; onRevoke: (device: Device) => void; now: number };

/** The browsers of one colleague. */
export const Devices = ({ devices, onRevoke, now }: Props) => {
  const [asking, setAsking] = useState<Device | null>(null);
  return (
    <>
      <ul className="mt-1 rounded-lg bg-sunk px-3">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center justify-between gap-3 py-2">
            <div className="min-w-0">
              <p className="[overflow-wrap:anywhere]">
                <bdi>{device.name}</bdi>
              </p>
              <p className="text-soft text-xs" title={full(device.lastSeenAt)}>
                {tt('team.device.line', {
                  paired: ago(device.createdAt, now),
                  seen: ago(device.lastSeenAt, now),
                })}
              </p>
            </div>
            <Button
              size="sm"
              look="alarm"
              className="shrink-0"
              aria-label={tt('team.device.out', {
                device: isolated(device.name),
                name: isolated(device.member),
              })}
              onClick={() => setAsking(device)}
            >
              {tt('team.device.out.do')}
            </Button>
          </li>
        ))}
      </ul>
      <Sure
        open={asking !== null}
        title={tt('team.device.sure', { device: isolated(asking?.name ?? '') })}
        text={tt('team.device.text', { name: isolated(asking?.member ?? '') })}
        yes={tt('team.device.out.do')}
        no={t('panel.cancel')}
        onClose={() => setAsking(null)}
        onYes={() => asking && onRevoke(asking)}
      />
    </>
  );
};
