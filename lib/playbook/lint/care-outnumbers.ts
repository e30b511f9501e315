import { whole } from './rule.ts';

/** [R0-18] There is more care in the playbook than there is for us. */
export const careOutnumbers = whole(({ plays }) => {
  const care = plays.filter((play) => play.kind === 'care').length;
  const commercial = plays.filter((play) => play.kind === 'commercial').length;
  if (care > commercial) return [];
  return [
    {
      path: 'plays',
      message: `There are ${commercial} commercial plays and ${care} of care.`,
      mend: 'Care must outnumber what is for us.',
    },
  ];
});
