import type { Row } from '../row.ts';

/** From the Thai article: it is not a straight line, and MEDDIC. */
export const thai: readonly Row[] = [
  { id: 'R2-01', example: 'two columns, find and keep, on the board', waitsFor: 'reports and boards' },
  {
    id: 'R2-02',
    example: 'the promised day has passed without a word: tell them on the same day',
    shown: ['unit/rows/promises'],
    says: ['promisedFor', 'update_order'],
  },
  {
    id: 'R2-03',
    example: 'in the Thai model discover is called "Awareness"',
    shown: ['unit/rows/playbook'],
    says: ['th', 'Awareness'],
  },
  {
    id: 'R2-04',
    example: 'a competitor was named: an honest comparison is suggested',
    shown: ['unit/rows/leads'],
    says: ['Competitor Named'],
  },
  {
    id: 'R2-05',
    example: 'the first purchase is set once, whatever is ordered after it',
    shown: ['unit/rows/stages'],
    says: ['firstOrderAt'],
  },
  {
    id: 'R2-06',
    example: '2 orders with health 58 are engage still',
    shown: ['unit/rows/stages'],
    says: ['engage'],
  },
  {
    id: 'R2-07',
    example: 'a referral that was accepted makes an advocate',
    shown: ['unit/rows/stages'],
    says: ['Referral Accepted', 'advocate'],
  },
  {
    id: 'R2-08',
    example: 'from retain to educate after cancelling and a new trial, with the reason',
    shown: ['unit/rows/stages'],
    says: ['retain', 'educate', 'Trial Started'],
  },
  {
    id: 'R2-09',
    example: '2 of 6 known after 30 days: ask for the economic buyer; 0 of 6 after 45 days: let go',
    shown: ['unit/rows/leads'],
    says: ['buyer', 'let_go'],
  },
  {
    id: 'R2-10',
    example: 'after letting go nothing proactive for 180 days',
    shown: ['unit/rows/leads'],
    says: ['let_go', 'G12'],
  },
  { id: 'R2-11', example: 'the cohort table equals a count by hand', waitsFor: 'reports and boards' },
  {
    id: 'R2-12',
    example: 'the retention curve of 6-MP: S(6) = 0.857, S(23) = 0.448',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R2-13',
    example: '7 promoters, 1 passive and 2 detractors are an NPS of 50',
    waitsFor: 'reports and boards',
  },
  { id: 'R2-14', example: 'each number of the weekly list opens its rows', waitsFor: 'reports and boards' },
  {
    id: 'R2-15',
    example: 'a profile of which 2 of 3 parts are known: one prompt, which can be sent away',
    shown: ['unit/rows/people'],
    says: ['Profile Noted', 'profile'],
  },
  {
    id: 'R2-16',
    example: 'a stage has the words of the team and those of the customer, never one alone',
    shown: ['unit/rows/playbook'],
    says: ['name', 'voice'],
  },
  {
    id: 'R2-17',
    example: 'contacts and tasks of Salesforce import with 0 columns mapped by hand',
    waitsFor: 'importers',
  },
  {
    id: 'R2-18',
    example: 'a draft cannot be sent while the slot for their own sentence is a placeholder',
    shown: ['unit/rows/calm'],
    says: ['OWN_SENTENCE'],
  },
];
