import { useCallback, useState } from 'react';
import { type AuditAction, type AuditQuery, auditActions } from '#lib/contract/team.ts';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { isolated } from './isolated.ts';
import { TrailPages } from './trail-pages.tsx';
import { useAsked } from './use-asked.ts';

type Props = { ask: AdminClient; now: number };
export type About = { id: string; name: string };

/** Who saw and changed what, newest first: by colleague, by kind, and by customer. */
export const Trail = ({ ask, now }: Props) => {
  const [team] = useAsked(useCallback(() => ask.team(), [ask]));
  const [member, setMember] = useState('');
  const [action, setAction] = useState<AuditAction | null>(null);
  const [about, setAbout] = useState<About | null>(null);
  const query: AuditQuery = {
    ...(member && { member }),
    ...(action && { action }),
    ...(about && { customer: about.id }),
  };
  return (
    <>
      <p className="mb-3 text-soft">{tt('team.audit.text')}</p>
      <div className="mb-3 grid gap-2 sm:grid-cols-2">
        <Select
          label={tt('team.audit.who')}
          value={member}
          onChange={(event) => setMember(event.target.value)}
        >
          <option value="">{tt('team.audit.everybody')}</option>
          {team.state === 'there' &&
            team.value.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
        <Select
          label={tt('team.audit.what')}
          value={action ?? ''}
          onChange={(event) => setAction(auditActions.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">{tt('team.audit.everything')}</option>
          {auditActions.map((one) => (
            <option key={one} value={one}>
              {tt(`audit.kind.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {about && (
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <span className="[overflow-wrap:anywhere]">
            {tt('team.audit.about', { name: isolated(about.name) })}
          </span>
          <Button size="sm" onClick={() => setAbout(null)}>
            {tt('team.audit.about.all')}
          </Button>
        </p>
      )}
      <TrailPages key={JSON.stringify(query)} {...{ ask, query, now }} onAbout={setAbout} />
    </>
  );
};
