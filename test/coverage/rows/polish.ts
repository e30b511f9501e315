import type { Row } from '../row.ts';

/** From the Polish article: stages with measures, and trust before the purchase. */
export const polish: readonly Row[] = [
  {
    id: 'R1-01',
    example: 'the 1st mail of somebody unknown, added with one click, makes a profile at discover',
    shown: ['unit/rows/stages'],
    says: ['discover', 'createdAt'],
  },
  {
    id: 'R1-02',
    example: 'a question answered while their need is unknown: ask what they need',
    shown: ['unit/rows/leads'],
    says: ['Question Answered', 'ask_need', 'Need Stated'],
  },
  {
    id: 'R1-03',
    example:
      'after an order the card that asks whether all went smoothly is there within 24 hours, once per order',
    shown: ['unit/rows/orders'],
    says: ['confirm_smooth'],
  },
  {
    id: 'R1-04',
    example: 'answers tagged support are in the weekly list of improvements',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R1-05',
    example: 'a lead that came by a review shows in the timeline of its writer',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R1-06',
    example: 'somebody who had lapsed orders again: engage, and the status is returned',
    shown: ['unit/rows/stages'],
    says: ['lapsed', 'engage', 'returned'],
  },
  {
    id: 'R1-07',
    example: 'the touches of 3 teams stand in one list that can be filtered',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R1-08',
    example: 'a stage without a measure is refused, with the place',
    shown: ['unit/rows/playbook'],
    says: ['lint', 'enter', 'mend'],
  },
  {
    id: 'R1-09',
    example: '"only today!!" without an end date cannot be published',
    shown: ['unit/rows/playbook'],
    says: ['only today!!'],
  },
  {
    id: 'R1-10',
    example: 'CDNOW customer 1 is worth 36.29 at 1 % a month; with 0 repeats there is not enough history',
    shown: ['unit/rows/value'],
  },
  {
    id: 'R1-11',
    example: 'the header says "since 2019, first: Camry"',
    shown: ['unit/components/rows-panel'],
    says: ['Camry'],
  },
  {
    id: 'R1-12',
    example: 'a customer who meets 3 of 4 rules of a persona fits it by 75 %',
    shown: ['unit/rows/people'],
    says: ['persona'],
  },
  {
    id: 'R1-13',
    example: 'a question tagged setup gets the setup guide, unseen ones only',
    waitsFor: 'content library',
  },
  {
    id: 'R1-14',
    example: 'a new lead with 0 helpful touches: the pitch is hidden, help is shown',
    shown: ['unit/rows/leads'],
    says: ['G13', 'commercial'],
  },
  {
    id: 'R1-15',
    example: 'the same question 5 times in 30 days without an article: write one',
    waitsFor: 'content library',
  },
  {
    id: 'R1-16',
    example: '3 articles read and no contact: offer to show it; after a "no" none for 60 days',
    shown: ['unit/rows/leads'],
    says: ['offer_demo'],
  },
  {
    id: 'R1-17',
    example: '5 checkouts left at shipping are the top row of the report',
    waitsFor: 'reports and boards',
  },
  {
    id: 'R1-18',
    example: 'a checkout open for 11 minutes: offer help; a second time within 24 hours: none',
    shown: ['unit/rows/leads'],
    says: ['Checkout Started', 'offer_help'],
  },
  {
    id: 'R1-19',
    example: 'a question about returns on day 2: reassure, and sell nothing',
    shown: ['unit/rows/orders'],
    says: ['returns', 'reassure'],
  },
  {
    id: 'R1-20',
    example: 'an order that nothing has thanked for after 10 minutes is pointed out',
    shown: ['unit/rows/orders'],
    says: ['thanks-missing', 'automation'],
  },
  {
    id: 'R1-21',
    example:
      'delivered: 2 days later the question whether it was what they wanted; with a complaint, the apology instead',
    shown: ['unit/rows/orders'],
    says: ['confirm_received', 'Complaint Raised'],
  },
  {
    id: 'R1-22',
    example: 'one order 31 days ago and 0 touches since: look after them',
    shown: ['unit/rows/orders'],
    says: ['rescue_one_timer'],
  },
  {
    id: 'R1-23',
    example: 'a feature that ships for 200 people makes 200 drafts, and 0 are sent',
    shown: ['unit/rows/calm'],
    says: ['Idea Shipped', 'draft'],
  },
  {
    id: 'R1-24',
    example: 'at retain, 61 days since the last contact are due and 30 are fine',
    shown: ['unit/rows/care'],
    says: ['cadence', 'retain'],
  },
  {
    id: 'R1-25',
    example: 'a survey has 1 question unless somebody asks for more',
    shown: ['unit/rows/calm'],
    says: ['questions'],
  },
  {
    id: 'R1-26',
    example: 'rating 1 and rating 5 are both asked for a review 14 days after the order, and Yelp never',
    shown: ['unit/rows/orders', 'unit/rows/playbook'],
    says: ['ask_review'],
  },
  {
    id: 'R1-27',
    example: 'a review is never asked for with a reward, a referral may be',
    shown: ['unit/rows/playbook'],
    says: ['lint', 'coupon'],
  },
];
