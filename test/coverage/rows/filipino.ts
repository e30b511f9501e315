import type { Row } from '../row.ts';

/** From the Filipino article: the relationship after the sale. */
export const filipino: readonly Row[] = [
  {
    id: 'R0-01',
    example:
      'somebody we only know by name, with no question and no order, is at discover, and their source is kept',
    shown: ['unit/rows/stages'],
    says: ['discover', 'source'],
  },
  {
    id: 'R0-02',
    example: 'a checkout begun at 10:00 is read as purchase 5 seconds later',
    shown: ['unit/rows/stages'],
    says: ['Checkout Started', 'purchase'],
  },
  {
    id: 'R0-03',
    example:
      '4 orders every 30 days and then 40 days of silence: check in, "10 days later than their usual 30"',
    shown: ['unit/rows/care'],
    says: ['check_in'],
  },
  {
    id: 'R0-04',
    example:
      'no two-way contact for 61 days and health down by 12 in 28 days: a personal note; after 59 days none',
    shown: ['unit/rows/care'],
  },
  {
    id: 'R0-05',
    example: 'a review of 5 stars makes an advocate, an NPS of 10 alone does not',
    shown: ['unit/rows/stages'],
    says: ['Product Reviewed', 'advocate', 'nps'],
  },
  {
    id: 'R0-06',
    example: 'the last 3 things that happened stand before any suggestion in the document',
    shown: ['unit/components/rows-panel'],
    says: ['before', 'standing'],
  },
  {
    id: 'R0-07',
    example: 'orders of 20, 30 and 50 USD are 100 USD, and an order in EUR is a line of its own',
    shown: ['unit/rows/value'],
    says: ['USD', 'EUR'],
  },
  {
    id: 'R0-08',
    example: 'at least 0.5 of the plays are for after the sale, and at the same score care comes first',
    shown: ['unit/rows/playbook'],
    says: ['postSaleShare', 'care'],
  },
  {
    id: 'R0-09',
    example:
      'CDNOW customer 1 (2 repeats, 30.43 of 38.86 weeks) is expected to order 1.226 times in 39 weeks',
    shown: ['unit/rows/value'],
  },
  {
    id: 'R0-10',
    example: 'one click logs a touchpoint, and nothing measures hours or ranks people by volume',
    shown: ['unit/components/rows-panel'],
    says: ['click', 'minutes'],
  },
  {
    id: 'R0-11',
    example:
      'a concern that nobody has taken for 4 hours and 1 minute: the lead is asked to give it an owner',
    shown: ['unit/rows/complaints'],
    says: ['assign_owner', 'lead'],
  },
  {
    id: 'R0-12',
    example: 'feedback without an outcome after 7 days asks to be answered, until it is closed',
    shown: ['unit/rows/complaints'],
    says: ['Feedback Given', 'Feedback Closed'],
  },
  {
    id: 'R0-13',
    example: 'a promise for a day has its card at 09:00 of that day where they live',
    shown: ['unit/rows/promises'],
    says: ['Promise Made', 'keep_promise'],
  },
  {
    id: 'R0-14',
    example: 'a customer with 0 complaints and 46 quiet days is asked how they are',
    shown: ['unit/rows/care'],
    says: ['quiet'],
  },
  {
    id: 'R0-15',
    example:
      'a complaint at 09:00 is the top card, and nothing can be sent without at least 1 sentence of their own',
    shown: ['unit/rows/complaints'],
    says: ['Complaint Raised', 'apologise'],
  },
  {
    id: 'R0-16',
    example: 'an order on day 0: no offer on day 13, again on day 15, and the date is told',
    shown: ['unit/rows/calm'],
    says: ['Order Completed', 'G1', 'until'],
  },
  {
    id: 'R0-17',
    example:
      'delivered on Monday: the question how they feel comes 3 days later, with no price and no link in it',
    shown: ['unit/rows/orders'],
    says: ['Order Delivered', 'ask_feeling'],
  },
  {
    id: 'R0-18',
    example: '2 contacts of care and 1 offer in 90 days: the next offer waits, "2 of 3"',
    shown: ['unit/rows/calm'],
    says: ['G13'],
  },
  {
    id: 'R0-19',
    example: 'a 3rd order offers a choice of 6 kinds of extras, and a second one within 90 days is held back',
    shown: ['unit/rows/care'],
    says: ['perks'],
  },
  {
    id: 'R0-20',
    example: 'that winning somebody costs "5 times" as much is never computed with',
    shown: ['unit/rows/value'],
    says: ['lifecycle'],
  },
  {
    id: 'R0-21',
    example: 'the 3rd contact about one matter suggests a call rather than another mail',
    shown: ['unit/rows/complaints'],
    says: ['call', 'issue-repeated'],
  },
  {
    id: 'R0-22',
    example: 'the address of a post becomes a touchpoint on channel social with its link, in 1 click',
    shown: ['unit/components/rows-panel'],
    says: ['social', 'url'],
  },
  {
    id: 'R0-23',
    example: 'use of 14 against a median of 9 is worth a friendly word; use below the median is not',
    shown: ['unit/rows/care'],
    says: ['usage'],
  },
  {
    id: 'R0-24',
    example: 'an anniversary during a complaint: the greeting alone, without the extra',
    shown: ['unit/rows/complaints'],
    says: ['anniversary'],
  },
  {
    id: 'R0-25',
    example: 'asked by Mia yesterday: asking again is held back, with her name',
    shown: ['unit/rows/calm'],
    says: ['Mia', 'ask_how_are_you'],
  },
  {
    id: 'R0-26',
    example:
      'a newsletter on Tuesday holds a check-in on Thursday back (1 in 7 days), and a reply goes out all the same',
    shown: ['unit/rows/calm'],
    says: ['G3', 'automation', 'Email Delivered'],
  },
  {
    id: 'R0-27',
    example: 'praise has its thank-you card for 48 hours, and not after',
    shown: ['unit/rows/care'],
    says: ['praise', 'thank_personally'],
  },
  {
    id: 'R0-28',
    example: '4 promises of which 3 were kept on time are 75 %, shown as our own number',
    shown: ['unit/rows/promises'],
    says: ['loyalty'],
  },
  {
    id: 'R0-29',
    example: 'an NPS of 9 with use down by 60 % is cooling',
    shown: ['unit/rows/stages'],
    says: ['cooling'],
  },
  {
    id: 'R0-30',
    example: 'an idea that shipped is told once to each of 2 people who had it',
    shown: ['unit/rows/care'],
    says: ['Idea Shipped', 'tell_shipped'],
  },
  { id: 'R0-31', example: 'a list filtered by stage sums up to the total', waitsFor: 'reports and boards' },
  {
    id: 'R0-32',
    example: 'after the 1st order the next suggestion is thanks, a check-in or help to get started',
    shown: ['unit/rows/orders'],
    says: ['Order Completed', 'care'],
  },
  {
    id: 'R0-33',
    example: 'a fact that is marked private is in 0 drafts',
    shown: ['unit/components/rows-panel'],
    says: ['private', 'draft'],
  },
];
