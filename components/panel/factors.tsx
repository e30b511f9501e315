import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { number } from '../time.ts';
import { cx } from '../ui/cx.ts';

/** Every number that the score is made of. They multiply to it, so a rep can check it by hand. */
export const Factors = ({ card: { factors, score, main, origin } }: { card: Card }) => (
  <div className="mt-1.5">
    <table className="w-full border-collapse text-xs">
      <caption className="pb-1.5 text-start text-soft">{t('factors.caption')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('factors.what')}</th>
          <th scope="col">{t('factors.times')}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ id, value, because }) => (
          <tr key={id} className={cx('border-line border-t align-top', id === main.id && 'bg-leaf-wash')}>
            <th scope="row" className="py-1.5 ps-1.5 text-start font-medium">
              {t(`factor.${id}`)} <span className="font-normal text-soft">{id}</span>
              <span className="block font-normal text-soft">
                {because.length === 0 ? t('factor.plain') : because.map((one) => say(one)).join(' · ')}
              </span>
            </th>
            <td data-factor={id} className="whitespace-nowrap py-1.5 ps-3 pe-1.5 text-end tabular-nums">
              × {number(value, 3)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-edge border-t">
          <th scope="row" className="py-1.5 ps-1.5 text-start font-semibold">
            {t('factors.score')}
          </th>
          <td data-factor="score" className="py-1.5 ps-3 pe-1.5 text-end font-semibold tabular-nums">
            {number(score, 1)}
          </td>
        </tr>
      </tfoot>
    </table>
    <p className="pt-1 text-2xs text-soft">
      {origin.by === 'learned' ? t('factors.learned', { n: origin.n }) : t('factors.rule')}
    </p>
  </div>
);
