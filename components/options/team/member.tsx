import { useState } from 'react';
import type { Device, TeamMember } from '#lib/contract/team.ts';
import { t } from '#lib/i18n/index.ts';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient, Answer } from '#lib/sync/admin.ts';
import { ago, clock, day } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Devices } from './devices.tsx';
import { isolated } from './isolated.ts';
import { RoleSelect } from './role-select.tsx';
import { Sure } from './sure.tsx';
import { TeamsDialog } from './teams-dialog.tsx';

type Props = {
  member: TeamMember;
  /** Those that are signed in. */
  devices: Device[];
  /** Names of teams in use. */
  teams: readonly string[];
  isMe: boolean;
  /** Whom nobody can take the role from. */
  isLastAdmin: boolean;
  ask: AdminClient;
  act: (doing: Promise<Answer<unknown>>) => Promise<void>;
  now: number;
};

/** @param anyTeams while there is no team at all, nobody is said to be of none */
const standing = (
  { teams, devices, lastSeenAt, invitedUntil }: TeamMember,
  anyTeams: boolean,
  now: number,
): string =>
  [
    ...(teams.length > 0 ? [teams.map(isolated).join(', ')] : anyTeams ? [tt('team.none')] : []),
    ...(devices > 0 ? [tt('team.browsers', { n: devices })] : []),
    ...(devices > 0 && lastSeenAt !== null ? [tt('team.seen', { when: ago(lastSeenAt, now) })] : []),
    ...(invitedUntil === null
      ? []
      : [tt('team.invited', { until: `${day(invitedUntil, now)}, ${clock(invitedUntil)}` })]),
  ].join(' · ');

/** A colleague, what they may do, and the ways to change that. */
export const Member = (props: Props) => {
  const { member, devices, teams, isMe, isLastAdmin, ask, act, now } = props;
  const [open, setOpen] = useState<'devices' | 'teams' | 'remove' | null>(null);
  const name = isolated(member.name);
  const close = () => setOpen(null);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium [overflow-wrap:anywhere]">
            <bdi>{member.name}</bdi>
            {isMe && <span className="font-normal text-soft"> ({tt('team.you')})</span>}
          </p>
          <p className="text-soft text-xs [overflow-wrap:anywhere]">
            {standing(member, teams.length > 0, now)}
          </p>
          {isLastAdmin && <p className="text-soft text-xs">{tt('team.role.last')}</p>}
        </div>
        <RoleSelect
          label={tt('team.role', { name })}
          value={member.role}
          disabled={isLastAdmin}
          onPick={(role) => void act(ask.changeMember(member.id, { role }))}
        />
      </div>
      <div className="-ms-2.5 mt-1 flex flex-wrap">
        {devices.length > 0 && (
          <Button
            size="sm"
            look="quiet"
            aria-label={tt('team.show', { name })}
            aria-expanded={open === 'devices'}
            onClick={() => setOpen(open === 'devices' ? null : 'devices')}
          >
            {tt('team.show.do')}
          </Button>
        )}
        <Button
          size="sm"
          look="quiet"
          aria-label={tt('team.teams', { name })}
          onClick={() => setOpen('teams')}
        >
          {tt('team.teams.do')}
        </Button>
        {member.invitedUntil !== null && (
          <Button
            size="sm"
            look="quiet"
            aria-label={tt('team.takeback', { name })}
            onClick={() => void act(ask.takeBackInvites(member.id))}
          >
            {tt('team.takeback.do')}
          </Button>
        )}
        {devices.length > 0 && !isLastAdmin && (
          <Button
            size="sm"
            look="alarm"
            aria-label={tt('team.remove', { name })}
            onClick={() => setOpen('remove')}
          >
            {tt('team.remove.do')}
          </Button>
        )}
      </div>
      {open === 'devices' && (
        <Devices devices={devices} onRevoke={(device) => void act(ask.revokeDevice(device.id))} now={now} />
      )}
      <TeamsDialog
        key={member.teams.join('\n')}
        open={open === 'teams'}
        {...{ name, teams }}
        now={member.teams}
        onClose={close}
        onSave={(changed) => void act(ask.changeMember(member.id, { teams: changed }))}
      />
      <Sure
        open={open === 'remove'}
        title={tt('team.remove.sure', { name })}
        text={tt('team.remove.text')}
        yes={tt('team.remove.do')}
        no={t('panel.cancel')}
        onClose={close}
        onYes={() => void act(ask.removeMember(member.id))}
      />
    </li>
  );
};
