import { History, UsersRound } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import { buttonClass } from '../ui/button.tsx';

/** The ways to the team's page. */
export const TeamPart = () => (
  <div className="flex flex-wrap gap-2">
    <a href="#team/members" className={buttonClass()}>
      <UsersRound size={14} aria-hidden />
      {t('options.team.members')}
    </a>
    <a href="#team/audit" className={buttonClass()}>
      <History size={14} aria-hidden />
      {t('options.team.audit')}
    </a>
  </div>
);
