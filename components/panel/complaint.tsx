import { Flag } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import { buttonClass } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';

const topics = ['late', 'wrong', 'quality', 'price', 'service', 'other'] as const;

/** Two clicks: complaint, and about what. Words typed above come first, since they are the customer's own. */
export const Complaint = ({ words, onRaise }: { words: string; onRaise: (about: string) => void }) => (
  <Menu
    heading={t('complaint.what')}
    className={buttonClass({ look: 'alarm', size: 'sm' })}
    trigger={
      <>
        <Flag size={13} aria-hidden />
        {t('complaint.raise')}
      </>
    }
  >
    {words && (
      <MenuItem onPick={() => onRaise(words.slice(0, 300))}>
        <span className="line-clamp-2">{t('complaint.said', { text: words })}</span>
      </MenuItem>
    )}
    {topics.map((topic) => (
      <MenuItem key={topic} onPick={() => onRaise(t(`complaint.${topic}`))}>
        {t(`complaint.${topic}`)}
      </MenuItem>
    ))}
  </Menu>
);
