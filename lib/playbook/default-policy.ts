import type { Policy } from '../contract/playbook.ts';
import { defaultStageNumbers } from '../contract/stage-book.ts';

/** The numbers a workspace starts with. It may change them within the bounds of the schema. */
export const defaultPolicy: Policy = {
  g1QuietDaysAfterOrder: 14,
  g2QuietDaysAfterComplaint: 14,
  g3ProactivePerWeek: 1,
  g3CommercialPerMonth: 2,
  g4SurveyRestDays: 30,
  g6Hours: { from: 9, to: 18 },
  g7LeastShare: 0.25,
  g8: { silentDays: 3, notes: 3, withinDays: 21, apartDays: 5 },
  g13CarePerCommercial: 3,
  levers: {},
  // Nobody who has merely come across us waits for our mail.
  cadenceDays: {
    discover: 0,
    educate: 14,
    purchase: 7,
    engage: 30,
    retain: 60,
    advocate: 60,
    lapsed: 180,
  },
  perks: [
    'A longer warranty',
    'Priority treatment next time',
    'Special packaging',
    'A special rate',
    'Free shipping',
    'No delivery charge',
  ],
  perkCap: 'what one delivery costs',
  stageModel: 'suki',
  stages: defaultStageNumbers,
  words: {},
};
