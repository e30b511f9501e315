import { Check } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';

/** What happens to data, in sentences that can be held against the code. */
export const About = ({ version }: { version: string }) => (
  <>
    <ul className="flex flex-col gap-2">
      {(['silent', 'reads', 'leaves', 'server', 'report', 'off'] as const).map((id) => (
        <li key={id} className="flex items-start gap-2.5">
          <Check size={15} aria-hidden className="mt-0.5 shrink-0 text-leaf" />
          <span>{t(`options.about.${id}`)}</span>
        </li>
      ))}
    </ul>
    <p className="mt-4 text-soft text-xs">{t('options.about.version', { version })}</p>
  </>
);
