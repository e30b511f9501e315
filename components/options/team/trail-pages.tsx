import { useEffect, useState } from 'react';
import type { AuditEntry, AuditQuery } from '#lib/contract/team.ts';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient, SyncError } from '#lib/sync/admin.ts';
import { ago, full } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { saidOf } from './said.ts';
import type { About } from './trail.tsx';
import { Waiting } from './waiting.tsx';

type Props = { ask: AdminClient; query: AuditQuery; now: number; onAbout: (about: About) => void };
type Read = { entries: AuditEntry[]; before?: string | undefined };

/** The entries of one question, a page at a time. Another question is another one of these. */
export const TrailPages = ({ ask, query, now, onAbout }: Props) => {
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState<SyncError | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each turn; what was read before goes along.
  useEffect(() => {
    let gone = false;
    setFailed(null);
    void ask.audit({ ...query, ...(read?.before && { before: read.before }) }).then((answer) => {
      if (gone) return;
      if (!answer.ok) return setFailed(answer.error);
      const { entries, before } = answer.value;
      setRead({ entries: [...(read?.entries ?? []), ...entries], before });
    });
    return () => {
      gone = true;
    };
  }, [turn]);
  const again = () => setTurn((n) => n + 1);
  if (read === null || failed) return <Waiting failed={failed} again={again} />;
  if (read.entries.length === 0) return <p className="py-6 text-soft">{tt('team.audit.none')}</p>;
  return (
    <>
      <ol className="divide-y divide-line border-line border-y">
        {read.entries.map((entry) => (
          <Entry key={entry.id} {...{ entry, now, onAbout }} />
        ))}
      </ol>
      {read.before !== undefined && (
        <Button className="mt-3 self-start" onClick={again}>
          {tt('team.audit.more')}
        </Button>
      )}
    </>
  );
};

type EntryProps = { entry: AuditEntry; now: number; onAbout: Props['onAbout'] };
const Entry = ({ entry, now, onAbout }: EntryProps) => {
  const { at, member, device, customer } = entry;
  return (
    // What stands below the fold of a long list is laid out when it comes into sight.
    <li className="py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] [overflow-wrap:anywhere]">
      <p>
        <bdi className="font-medium">{member?.name ?? tt('team.audit.operator')}</bdi> {saidOf(entry)}
        {customer && (
          <>
            {': '}
            <button
              type="button"
              className="font-medium text-leaf underline-offset-2 hover:underline"
              onClick={() => onAbout(customer)}
            >
              <bdi>{customer.name}</bdi>
            </button>
          </>
        )}
      </p>
      <p className="text-soft text-xs" title={full(at)}>
        {ago(at, now)}
        {device && (
          <>
            {' · '}
            <bdi>{device.name}</bdi>
          </>
        )}
      </p>
    </li>
  );
};
