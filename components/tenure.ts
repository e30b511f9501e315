import type { CustomerRecord } from '#lib/contract/customer.ts';
import { t } from '#lib/i18n/index.ts';
import { year } from './time.ts';

/** "since 2019, first: Camry": since when they are a customer, and with what it began. Null before the first order. */
export const tenure = ({ facts: { began } }: Pick<CustomerRecord, 'facts'>): string | null => {
  if (!began) return null;
  return began.what
    ? t('who.since.first', { year: year(began.at), product: began.what })
    : t('who.since', { year: year(began.at) });
};
