import { ChevronLeft } from 'lucide-react';
import { tt } from '#lib/i18n/team.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { cx } from '../../ui/cx.ts';
import { Members } from './members.tsx';
import { type TeamPart, teamParts } from './place.ts';
import { Trail } from './trail.tsx';

type Props = {
  ask: AdminClient;
  part: TeamPart;
  /** Where this browser reaches the server: pairing links begin with it when the server does not know better. */
  server: string;
  /** The admin who looks, by name. */
  me: string;
  now: number;
};

/** Who is here, what they may do, and who saw and changed what: a page of its own, for admins. */
export const Team = ({ ask, part, server, me, now }: Props) => (
  <main className="mx-auto flex min-h-dvh max-w-2xl flex-col px-4 py-8 font-sans text-ink text-sm antialiased">
    <a
      href="#options"
      className="-ms-1 mb-2 inline-flex min-h-7 items-center gap-1 self-start rounded-md px-1 font-medium text-soft text-xs hover:text-ink"
    >
      <ChevronLeft size={14} aria-hidden className="rtl:-scale-x-100" />
      {tt('team.back')}
    </a>
    <h1 className="mb-4 font-semibold text-2xl tracking-tight">{tt('team.title')}</h1>
    <nav aria-label={tt('team.parts')} className="mb-4 flex flex-wrap gap-0 sm:gap-1">
      {teamParts.map((one) => (
        <a
          key={one}
          href={`#team/${one}`}
          aria-current={one === part ? 'page' : undefined}
          className={cx(
            'inline-flex min-h-8 items-center rounded-full px-2 font-medium sm:px-3',
            one === part ? 'bg-leaf text-on-leaf' : 'text-soft hover:bg-sunk hover:text-ink',
          )}
        >
          {tt(`team.${one}`)}
        </a>
      ))}
    </nav>
    {part === 'members' ? <Members {...{ ask, server, me, now }} /> : <Trail ask={ask} now={now} />}
  </main>
);
