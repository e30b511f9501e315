import { X } from 'lucide-react';
import { Address } from '#lib/contract/primitives.ts';
import { t } from '#lib/i18n/index.ts';
import { hostName } from '../say.ts';
import { AddOne } from './add-one.tsx';
import type { OptionsDispatch, OptionsModel } from './model.ts';

export const isDomain = (value: string): boolean =>
  /^([\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u.test(value);

type Props = Pick<OptionsModel, 'own' | 'learned'> & { dispatch: OptionsDispatch };

/** Which addresses are ours, so that our own mail is never taken for a customer's. */
export const Me = ({ own: { addresses, domains }, learned, dispatch }: Props) => {
  const set = (change: Partial<OptionsModel['own']>) =>
    dispatch({ do: 'set-own', addresses, domains, ...change });
  const already = (list: string[], value: string) => (list.includes(value) ? t('options.me.already') : null);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <div>
        <AddOne
          label={t('options.me.addresses')}
          placeholder={t('options.me.address.placeholder')}
          button={t('options.me.add')}
          refuse={(value) =>
            Address.safeParse(value).success ? already(addresses, value) : t('options.me.address.bad')
          }
          onAdd={(value) => set({ addresses: [...addresses, value] })}
        />
        <Chips
          items={addresses}
          onRemove={(gone) => set({ addresses: addresses.filter((one) => one !== gone) })}
        />
      </div>
      <div>
        <AddOne
          label={t('options.me.domains')}
          placeholder={t('options.me.domain.placeholder')}
          button={t('options.me.add')}
          refuse={(value) => (isDomain(value) ? already(domains, value) : t('options.me.domain.bad'))}
          onAdd={(value) => set({ domains: [...domains, value] })}
        />
        <Chips items={domains} onRemove={(gone) => set({ domains: domains.filter((one) => one !== gone) })} />
      </div>
      {learned.length > 0 && <LearnedList learned={learned} dispatch={dispatch} />}
    </div>
  );
};

/** What pages told, where and when: a page that told wrong is found out here. */
const LearnedList = ({ learned, dispatch }: Omit<Props, 'own'>) => (
  <div className="sm:col-span-2" data-part="learned">
    <h3 className="font-medium">{t('options.me.learned')}</h3>
    <p className="text-soft text-xs">{t('options.me.learned.text')}</p>
    <ul className="mt-2 flex flex-col divide-y divide-line rounded-xl border border-line">
      {learned.map(({ address, host, site, at }) => (
        <li key={address} className="flex items-center gap-2 py-1.5 ps-3 pe-1.5">
          <span className="min-w-0 flex-1">
            <span className="block break-all" dir="ltr">
              {address}
            </span>
            <span className="block text-soft text-xs [overflow-wrap:anywhere]">
              {t('options.me.learned.from', { host: hostName(host), site, seenAt: at })}
            </span>
          </span>
          <Remove what={address} onRemove={() => dispatch({ do: 'forget-learned', address })} />
        </li>
      ))}
    </ul>
  </div>
);

const Chips = ({ items, onRemove }: { items: string[]; onRemove: (item: string) => void }) => (
  <ul className="mt-2 flex flex-wrap gap-1.5">
    {items.map((item) => (
      <li
        key={item}
        className="inline-flex items-center gap-0.5 rounded-full bg-sunk py-0.5 ps-2.5 pe-0.5 text-xs"
      >
        <span className="break-all" dir="ltr">
          {item}
        </span>
        <Remove what={item} onRemove={() => onRemove(item)} />
      </li>
    ))}
  </ul>
);

const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <button
    type="button"
    onClick={onRemove}
    aria-label={t('options.me.remove', { what })}
    className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:bg-card hover:text-ink"
  >
    <X size={12} aria-hidden />
  </button>
);
