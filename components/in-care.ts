import { t } from '#lib/i18n/index.ts';

/** Who looks after somebody, in words; both are names, null: nobody, no team. "Mia · team Poland". */
export const inCare = ({ owner, team }: { owner: string | null; team: string | null }): string => {
  if (owner !== null && team !== null) return t('care.both', { owner, team });
  return owner ?? (team === null ? t('care.nobody') : t('care.team', { team }));
};
