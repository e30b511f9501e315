import type { Policy } from '../contract/playbook.ts';

/** The numbers a workspace starts with. It may change them within the bounds of the schema. */
export const defaultPolicy: Policy = {
  g1QuietDaysAfterOrder: 14,
  g2QuietDaysAfterComplaint: 14,
  g3ProactivePerWeek: 1,
  g3CommercialPerMonth: 2,
  levers: {},
  cadenceDays: {
    discover: 30,
    educate: 14,
    purchase: 7,
    engage: 45,
    retain: 60,
    advocate: 60,
    lapsed: 180,
  },
};
