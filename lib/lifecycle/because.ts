/** Every reason that the rules can give. Each has its sentence in lib/i18n/en/because.ts; the types hold that. */
export const becauseCodes = [
  'first-seen',
] as const;
export type BecauseCode = (typeof becauseCodes)[number];
