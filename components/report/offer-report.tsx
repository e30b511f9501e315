import { useContext } from 'react';
import type { ReportCode } from '#lib/contract/report.ts';
import { t } from '#lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { ReporterContext } from './reporting.ts';

/** Where Suki may be wrong about a page: the way to see what would be reported, in small print. */
export const OfferReport = ({ code, className }: { code: ReportCode; className?: string }) => {
  const reporter = useContext(ReporterContext);
  return reporter ? (
    <p className={cx('flex flex-wrap items-center gap-x-3 text-soft text-xs', className)}>
      {t(`report.ask.${code}`)}
      <Button
        size="sm"
        look="quiet"
        className="-mx-2 underline decoration-line underline-offset-4"
        onClick={() => reporter.ask(code)}
      >
        {t('report.offer')}
      </Button>
    </p>
  ) : null;
};
