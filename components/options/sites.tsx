import { t } from '#lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { AddOne } from './add-one.tsx';
import type { OptionsDispatch, OptionsModel } from './model.ts';

/** `mail.example.com`, or a whole address of a page there, as an origin; null when it is neither. */
export const asOrigin = (typed: string): string | null => {
  const url = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (/\s/.test(typed) || !URL.canParse(url)) return null;
  const { origin, hostname } = new URL(url);
  return hostname.includes('.') || hostname === 'localhost' ? origin : null;
};

type Props = { sites: OptionsModel['sites']; dispatch: OptionsDispatch };

/** Where Suki may read; each can be turned off by one click. */
export const Sites = ({ sites, dispatch }: Props) => {
  const refuse = (typed: string): string | null => {
    const origin = asOrigin(typed);
    if (origin === null) return t('options.sites.bad');
    const { protocol, hostname } = new URL(origin);
    const on = sites.some((site) => site.origin.startsWith(`${protocol}//${hostname}/`));
    return on ? t('options.sites.already') : null;
  };
  return (
    <>
      {sites.length === 0 ? (
        <p className="mb-4 text-soft">{t('options.sites.none')}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line border-line border-y">
          {sites.map(({ origin, label }) => (
            <li key={origin} className="flex items-center justify-between gap-3 py-1.5">
              <span className="min-w-0 break-all font-medium" dir="ltr">
                {label}
              </span>
              <Button
                size="sm"
                look="alarm"
                aria-label={t('options.sites.off.label', { site: label })}
                onClick={() => dispatch({ do: 'turn-off-site', origin })}
              >
                {t('options.sites.off')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddOne
        label={t('options.sites.address')}
        placeholder="mail.example.com"
        button={t('options.sites.add')}
        refuse={refuse}
        onAdd={(typed) => {
          const origin = asOrigin(typed);
          if (origin !== null) dispatch({ do: 'turn-on-site', origin });
        }}
      />
    </>
  );
};
