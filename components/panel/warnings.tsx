import { TriangleAlert } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Candidate } from '../model.ts';

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
          {warning.code === 'name-claims-address'
            ? t('who.warn.name-claims-address', { claimed: warning.claimed, address })
            : t('who.warn.reply-to-elsewhere', { address: warning.address })}
        </li>
      ))}
    </ul>
  );
