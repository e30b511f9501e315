import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import type { Said } from '../model.ts';
import { buttonClass } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { Acts } from './acts.ts';

// Few send one; its code is read when somebody does.
const Survey = lazy(() =>
  import('./asks/survey.tsx').then(({ Survey: component }) => ({ default: component })),
);

type Props = {
  words: string;
  question: Matter | null;
  /** How long the newest talk was, in minutes; null: nobody said. */
  talked: number | null;
  acts: Acts;
  onSaid: () => void;
};

/** What may happen beside a touchpoint and a complaint. Words typed above go along: they are the customer's own. */
export const Else = ({ words, question, talked, acts, onSaid }: Props) => {
  const [asking, setAsking] = useState(false);
  const { name, record } = acts;
  const about = words.slice(0, 300);
  const text = words ? { text: words } : {};
  const item = (what: string, event: (id: string) => Said) => (
    <MenuItem
      onPick={() => {
        record(t('log.else.toast', { name, what }), event);
        onSaid();
      }}
    >
      {what}
    </MenuItem>
  );
  const given = (kind: 'praise' | 'idea' | 'comment') =>
    item(t(`log.else.${kind}`), () => ({ type: 'Feedback Given', data: { kind, ...text } }));
  return (
    <>
      <Menu
        heading={t('log.else.heading')}
        className={buttonClass({ look: 'quiet', size: 'sm' })}
        trigger={
          <>
            <Plus size={13} aria-hidden />
            {t('log.else')}
          </>
        }
      >
        {item(t('log.else.question'), (ref) => ({
          type: 'Question Asked',
          data: { ref, ...(about && { about }) },
        }))}
        {question &&
          item(t('log.else.answered'), () => ({
            type: 'Question Answered',
            data: { ref: question.ref, fully: 'yes', ...text },
          }))}
        {given('praise')}
        {given('idea')}
        {given('comment')}
        {item(t('log.else.referral'), () => ({ type: 'Referral Made', data: text }))}
        {item(t('log.else.cancel'), () => ({ type: 'Cancel Intent Stated', data: text }))}
        {item(t('log.else.champion'), () => ({ type: 'Champion Left', data: text }))}
        {item(t('log.else.abuse'), () => ({ type: 'Abuse Reported', data: text }))}
        <MenuItem onPick={() => setAsking(true)}>{t('log.else.survey')}</MenuItem>
      </Menu>
      {asking && (
        <Suspense>
          <Survey talked={talked} acts={acts} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
};
