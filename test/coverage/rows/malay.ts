import type { Row } from '../row.ts';

/** From the Malay article: complaints are welcome, founders write themselves, and calm about money. */
export const malay: readonly Row[] = [
  {
    id: 'R3-01',
    example: 'whoever cancels has a cause, or "unknown"',
    shown: ['unit/components/rows-panel'],
    says: ['unknown', 'Subscription Cancelled'],
  },
  { id: 'R3-02', example: 'at 500 customers a banner, once', waitsFor: 'reports and boards' },
  {
    id: 'R3-03',
    example: 'the page of the year cites "one company\'s report"',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R3-04',
    example: 'new customers are counted for those who referred them',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R3-05',
    example: 'complaints fall from 10 to 3: "we hear less", never "better"',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R3-06',
    example: 'asked for a fault: not again for 90 days, by anybody',
    shown: ['unit/rows/complaints'],
    says: ['ask_fault'],
  },
  {
    id: 'R3-07',
    example: 'a complaint is saved with 2 actions of the keyboard',
    shown: ['unit/components/rows-panel'],
    says: ['Complaint Raised'],
  },
  {
    id: 'R3-08',
    example: 'a survey of 20 questions after a chat of 1 minute is refused, and 1 question is offered',
    shown: ['unit/rows/calm'],
    says: ['surveyFits'],
  },
  {
    id: 'R3-09',
    example: 'the form of a lesson has no field for who it was',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R3-10',
    example: 'there is no way to ask how many complaints one person caused',
    shown: ['server/rows'],
    says: ['complaints'],
  },
  {
    id: 'R3-11',
    example: 'a second complaint of one kind shows the earlier lesson',
    waitsFor: 'reports and boards',
  },
  { id: 'R3-12', example: 'a founder has a tab with their queue', waitsFor: 'founder hour' },
  {
    id: 'R3-13',
    example: 'a person takes over: what machines would send rests for 14 days',
    shown: ['unit/rows/founders'],
    says: ['Automations Paused'],
  },
  {
    id: 'R3-14',
    example: 'of 12 slots each third of the customers by spend has at least 3, with a receipt',
    shown: ['unit/rows/founders'],
    says: ['receipt'],
  },
  {
    id: 'R3-15',
    example: 'on day 3 a founder is asked to say hello; a second time never',
    shown: ['unit/rows/founders'],
    says: ['founder_hello'],
  },
  {
    id: 'R3-16',
    example: 'no reply to a founder: no automatic follow-up, and it counts as no failure',
    shown: ['unit/rows/founders'],
    says: ['founder_hello', 'Action Unanswered'],
  },
  {
    id: 'R3-17',
    example: '1 sitting by Thursday: a nudge; 2 on one day count as 1',
    waitsFor: 'founder hour',
  },
  {
    id: 'R3-18',
    example: 'a reply of 200 words is offered for others (12 have the question)',
    waitsFor: 'content library',
  },
  {
    id: 'R3-19',
    example: 'the champion is known and the criteria are missing: a page to show inside is suggested',
    shown: ['unit/rows/leads'],
    says: ['champion', 'criteria'],
  },
  {
    id: 'R3-20',
    example: 'personal data blocks publishing, generosity does not',
    waitsFor: 'content library',
  },
  {
    id: 'R3-21',
    example: 'new prices from a file show whom they touch and by how much',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R3-22',
    example:
      'a payment fails on day 0: no note on days 0 to 2, at most 3 by day 21, and no word that hurries',
    shown: ['unit/rows/billing'],
    says: ['Payment Failed', 'G8'],
  },
  {
    id: 'R3-23',
    example:
      '"cancel, taking a break": a pause is offered first; then paused, not lapsed, and all cards are off',
    shown: ['unit/rows/billing'],
    says: ['offer_pause', 'paused', 'G12'],
  },
  {
    id: 'R3-24',
    example: 'a quick answer that was none stays open',
    shown: ['unit/rows/complaints'],
    says: ['Question Answered', 'no'],
  },
  {
    id: 'R3-25',
    example: 'an answer in part asks for its second half on the next business day',
    shown: ['unit/rows/complaints'],
    says: ['partly', 'finish_answer'],
  },
  { id: 'R3-26', example: 'a quote that is kept shows on the wall', waitsFor: 'reports and boards' },
  {
    id: 'R3-27',
    example: 'what they asked for 9 days ago has shipped: each who asked is told, once',
    shown: ['unit/rows/care'],
    says: ['Idea Shipped', 'tell_shipped'],
  },
  {
    id: 'R3-28',
    example: 'health without a word from them in 180 days says that we have not heard from them',
    shown: ['unit/rows/stages'],
    says: ['satisfaction', 'silent'],
  },
  { id: 'R3-29', example: 'a list by days since the last care', waitsFor: 'reports and boards' },
  {
    id: 'R3-30',
    example: 'abuse is for two people: the lead is brought in',
    shown: ['unit/rows/complaints'],
    says: ['Abuse Reported', 'lead'],
  },
];
