/** Words that hurry or press people. Matched without regard to case, whole words only. */
export const pressing: readonly { pattern: RegExp; what: string }[] = [
  {
    pattern: /\b(urgent|urgently|asap|hurry|final notice|last chance|last warning|act now|right now)\b/i,
    what: 'hurries people',
  },
  {
    pattern:
      /\b(only today|today only|limited time|while stocks last|expires (soon|today|tonight)|ends (today|tonight)|only \d+ left)\b/i,
    what: 'claims that it is scarce',
  },
  {
    pattern: /\b(don['’]t miss|you will regret|you['’]ll regret|disappointed in you|after all we did)\b/i,
    what: 'makes people feel guilty or afraid',
  },
  {
    pattern: /\b(overdue account|legal action|debt collect\w*|your account will be (closed|suspended))\b/i,
    what: 'threatens',
  },
  { pattern: /\b(no thanks, i (hate|prefer)|100 ?% guaranteed|risk[- ]free)\b/i, what: 'promises or shames' },
  { pattern: /!{2,}|\b[A-Z]{5,}\b/, what: 'shouts' },
];

export const reward =
  /\b(coupon|voucher|discount|gift card|gift|reward|bonus|free \w+|\d+ ?%|credits?|in return you get)\b/i;
export const publicReview = /\b(reviews?|rating|testimonial|stars? on|google|trustpilot|app store)\b/i;
export const yelp = /\byelp\b/i;

/** A price or a link, in a text that asks how somebody feels. */
export const selling =
  /https?:\/\/|www\.|\{(link|price|product_link)\}|[€$£¥₱]\s?\d|\d\s?[€$£¥₱]|\b(buy|order now|add-on|upgrade|discount)\b/i;

/** Where a person must write a sentence of their own before a draft can go out. */
export const OWN_SENTENCE = '[your own sentence]';
