import { UserCheck } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Acquaintance, Dispatch } from '../model.ts';
import { Button } from '../ui/button.tsx';

type Props = { perhaps: Acquaintance['perhaps']; dispatch: Dispatch };

/** Customers who may be this person under another address. Suki never decides that by itself. */
export const Perhaps = ({ perhaps, dispatch }: Props) =>
  perhaps.length === 0 ? null : (
    <section
      aria-labelledby="perhaps-title"
      data-part="perhaps"
      className="mt-4 rounded-xl border border-line bg-card p-3.5 shadow-card"
    >
      <h2 id="perhaps-title" className="font-semibold">
        {t('perhaps.title')}
      </h2>
      <ul className="mt-1.5 flex flex-col gap-3">
        {perhaps.map(({ address, customer: { id, profile }, by }) => (
          <li key={id} className="flex flex-col items-start gap-1.5">
            <p className="text-soft [overflow-wrap:anywhere]" dir="auto">
              {t(`perhaps.${by}`, { name: profile.name, address })}
            </p>
            <Button size="sm" onClick={() => dispatch({ do: 'pick', address })}>
              <UserCheck size={14} aria-hidden className="shrink-0" />
              <span className="line-clamp-1 [overflow-wrap:anywhere]" dir="auto">
                {t('perhaps.button', { name: profile.name })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
