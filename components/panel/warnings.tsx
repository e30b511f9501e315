import { TriangleAlert } from 'lucide-react';
import type { Warning } from '#lib/detect/types.ts';
import { t } from '#lib/i18n/index.ts';
import type { Candidate } from '../model.ts';

const words = (warning: Warning, address: string): string => {
  switch (warning.code) {
    case 'name-claims-address':
      return t('who.warn.name-claims-address', { claimed: warning.claimed, address });
    case 'reply-to-elsewhere':
      return t('who.warn.reply-to-elsewhere', { address: warning.address });
    case 'mixed-letters':
      return t('who.warn.mixed-letters', { word: warning.word });
    case 'look-alike': {
      const { domain, like, whose } = warning;
      return whose === null
        ? t('who.warn.look-alike.own', { domain, like })
        : t('who.warn.look-alike', { domain, like, whose });
    }
  }
};

/** What to be careful about, in plain sight: nobody opens a popover to learn that a name is forged. */
export const Warnings = ({ candidate: { warnings, address } }: { candidate: Candidate }) =>
  warnings.length === 0 ? null : (
    <ul data-part="warnings" className="mt-2.5 flex flex-col gap-1.5">
      {warnings.map((warning) => (
        <li
          key={warning.code}
          className="flex items-start gap-2 rounded-lg bg-alarm-wash px-2.5 py-2 text-alarm text-xs [overflow-wrap:anywhere]"
        >
          <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          <span dir="auto">{words(warning, address)}</span>
        </li>
      ))}
    </ul>
  );
