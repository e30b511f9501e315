import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { EventType } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import { year } from './time.ts';

/** What makes a stranger a customer. */
const firsts: readonly EventType[] = ['Order Completed', 'Subscription Started'];

/** "since 2019, first: Camry": since when they are a customer, and with what it began. Null before the first order. */
export const tenure = ({ facts, timeline }: Pick<CustomerRecord, 'facts' | 'timeline'>): string | null => {
  const begun = firsts.flatMap((type) => facts.tally[type]?.first ?? []);
  const first = Math.min(...begun);
  if (begun.length === 0) return null;
  const what = timeline
    .filter(({ type, at }) => firsts.includes(type) && at === first)
    .map(({ data }) => data.product ?? data.plan)
    .find((name) => typeof name === 'string' && name !== '');
  return typeof what === 'string'
    ? t('who.since.first', { year: year(first), product: what })
    : t('who.since', { year: year(first) });
};
