import { BookOpen } from 'lucide-react';
import type { Playbook } from '#lib/contract/playbook.ts';
import { t } from '#lib/i18n/index.ts';
import { buttonClass } from '../ui/button.tsx';
import type { PlaybookDesk } from './model.ts';
import { Facts } from './part.tsx';
import { reviewDue } from './review.ts';

/** The playbook in two lines, and the way to all of it. */
export const PlaybookPart = ({ desk: { playbook, mayEdit } }: { desk: PlaybookDesk }) => (
  <>
    {playbook ? <Standing playbook={playbook} /> : <p className="text-soft">{t('options.playbook.none')}</p>}
    {(playbook || mayEdit) && (
      <a href="#playbook" className={`${buttonClass()} mt-3`}>
        <BookOpen size={14} aria-hidden />
        {t(mayEdit ? 'options.playbook.edit' : 'options.playbook.read')}
      </a>
    )}
  </>
);

const Standing = ({ playbook: { plays, outcomes, version } }: { playbook: Playbook }) => {
  const again = plays.filter(({ id }) => reviewDue(outcomes, id));
  return (
    <Facts
      rows={[
        [
          t('options.playbook.plays'),
          t('options.playbook.on', { on: plays.filter(({ off }) => !off).length, n: plays.length }),
        ],
        [t('options.playbook.version'), String(version)],
        ...(again.length > 0
          ? [
              [t('options.playbook.review'), again.map(({ text }) => text.title).join(' · ')] as [
                string,
                string,
              ],
            ]
          : []),
      ]}
    />
  );
};
