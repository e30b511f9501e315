import { useCallback, useState } from 'react';
import type { Device, TeamAnswer, TeamMember } from '#lib/contract/team.ts';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient, Answer } from '#lib/sync/admin.ts';
import { Invite } from './invite.tsx';
import { isolated } from './isolated.ts';
import { Member } from './member.tsx';
import { Scoping } from './scoping.tsx';
import { useAsked } from './use-asked.ts';
import { Waiting } from './waiting.tsx';

type Props = { ask: AdminClient; server: string; me: string; now: number };
type Loaded = { team: TeamAnswer; devices: Device[] };

const isHere = ({ devices, invitedUntil }: TeamMember): boolean => devices > 0 || invitedUntil !== null;

/** Who is here, with their browsers; who may come; and who sees whom. */
export const Members = ({ ask, server, me, now }: Props) => {
  const load = useCallback(async (): Promise<Answer<Loaded>> => {
    const [team, devices] = await Promise.all([ask.team(), ask.devices()]);
    if (!team.ok) return team;
    return devices.ok ? { ok: true, value: { team: team.value, devices: devices.value.devices } } : devices;
  }, [ask]);
  const [asked, again] = useAsked(load);
  const [refused, setRefused] = useState<string | null>(null);
  if (asked.state !== 'there')
    return <Waiting failed={asked.state === 'failed' ? asked.error : null} again={again} />;
  const { team, devices } = asked.value;
  /** Does something and shows the team as it is then, or why it was not done. */
  const act = async (doing: Promise<Answer<unknown>>): Promise<void> => {
    const answer = await doing;
    setRefused(answer.ok ? null : answer.error.message);
    await again();
  };
  const admins = team.members.filter(({ role, devices: n }) => role === 'admin' && n > 0);
  const gone = team.members.filter((member) => !isHere(member));
  return (
    <>
      {refused !== null && (
        <p role="alert" className="mb-3 text-alarm">
          {tt('team.refused', { message: refused })}
        </p>
      )}
      <ul className="mb-4 divide-y divide-line border-line border-y">
        {team.members.filter(isHere).map((member) => (
          <Member
            key={member.id}
            {...{ member, ask, act, now }}
            isMe={member.name === me}
            isLastAdmin={admins.length === 1 && admins[0]?.id === member.id}
            teams={team.teams}
            devices={devices.filter(
              ({ memberId, revokedAt }) => memberId === member.id && revokedAt === null,
            )}
          />
        ))}
      </ul>
      {gone.length > 0 && (
        <p className="mb-4 text-soft">
          {tt('team.left', { names: gone.map(({ name }) => isolated(name)).join(', ') })}
        </p>
      )}
      <Invite {...{ ask, server, now }} onMade={again} />
      <Scoping on={team.scoping} onChange={(on) => void act(ask.setScoping(on))} />
    </>
  );
};
