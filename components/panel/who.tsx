import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Profile } from '#lib/contract/customer.ts';
import { t } from '#lib/i18n/index.ts';
import type { Candidate, Dispatch } from '../model.ts';
import { buttonClass } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Avatar } from './avatar.tsx';
import { HowKnown } from './how-known.tsx';
import { Warnings } from './warnings.tsx';

type Props = {
  profile: Profile;
  /** Since when they are a customer, and with what it began. */
  since: string | null;
  /** Small things to know, beside since when. */
  children?: ReactNode;
  candidate: Candidate | null;
  candidates: Candidate[];
  host: string;
  dispatch: Dispatch;
};

/** Name, address, company, and how the page told them. */
export const Who = ({ profile, since, children, candidate, candidates, host, dispatch }: Props) => {
  const address = candidate?.address ?? profile.addresses[0];
  const work = [profile.title, profile.company].filter(Boolean).join(', ');
  return (
    <section data-part="who" aria-label={t('who.label')} className="px-4 pt-3 pb-2.5">
      <div className="flex items-start gap-3">
        <Avatar name={profile.name} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-2">
            <h1
              className="line-clamp-2 min-w-0 flex-1 font-semibold text-lg tracking-tight [overflow-wrap:anywhere]"
              dir="auto"
              title={profile.name}
            >
              {profile.name}
            </h1>
            <OthersHere candidate={candidate} candidates={candidates} dispatch={dispatch} />
          </div>
          {work && (
            <p className="line-clamp-2 text-soft [overflow-wrap:anywhere]" dir="auto" title={work}>
              {work}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-1">
            {address && (
              <p className="min-w-0 break-all text-soft" dir="ltr">
                {address}
              </p>
            )}
            {candidate && <HowKnown candidate={candidate} host={host} dispatch={dispatch} />}
          </div>
          {candidate?.as && (
            <p data-part="as" className="text-soft text-xs [overflow-wrap:anywhere]">
              {t('who.as', { address: candidate.as.address })}
            </p>
          )}
          {(since || children) && (
            <div className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1">
              {since && (
                <p data-part="since" className="text-soft text-xs [overflow-wrap:anywhere]" dir="auto">
                  {since}
                </p>
              )}
              {children}
            </div>
          )}
        </div>
      </div>
      {candidate && <Warnings candidate={candidate} />}
    </section>
  );
};

/** The way to the other people of the same conversation. */
export const OthersHere = ({
  candidate,
  candidates,
  dispatch,
}: Pick<Props, 'candidate' | 'candidates' | 'dispatch'>) => {
  const others = candidates.filter(({ address }) => address !== candidate?.address);
  if (others.length === 0) return null;
  return (
    <div className="shrink-0">
      <Menu
        heading={t('who.others.label')}
        className={buttonClass({ look: 'plain', size: 'sm' })}
        trigger={
          <>
            <Users size={13} aria-hidden />
            {t('who.others', { n: others.length })}
          </>
        }
      >
        {others.map(({ address, person, customer }) => (
          <MenuItem
            key={address}
            onPick={() => dispatch({ do: 'pick', address })}
            hint={[t(`role.${person.role}`), customer ? null : t('who.unknown')].filter(Boolean).join(' · ')}
          >
            <span className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
              {customer?.profile.name ?? (person.name || address)}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
};
