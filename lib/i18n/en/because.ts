import type { BecauseCode } from '../../lifecycle/because.ts';

/** One sentence, in ICU MessageFormat, for each reason that the rules can give. */
export const because: Record<`because.${BecauseCode}`, string> = {
  'because.first-seen': 'First seen {sinceAt, date, medium}',
};
