import { whole } from './rule.ts';

const isZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** [G6] The clock by which hours are kept where a customer's is not known is one that there is. */
export const clock = whole(({ policy: { timezone } }) =>
  timezone === undefined || isZone(timezone)
    ? []
    : [
        {
          path: 'policy.timezone',
          message: `There is no time zone called "${timezone}".`,
          mend: 'Use a name such as Asia/Manila, or leave it empty.',
        },
      ],
);
