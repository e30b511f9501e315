import { anywhereIn } from './phrases.ts';

/** To be matched against `plain` text. English first; of other languages only the usual words. */
const either = (english: RegExp, elsewhere: readonly string[]): RegExp =>
  new RegExp(`${english.source}|${anywhereIn(elsewhere).source}`, 'iu');

/** Something given for doing something. */
export const reward = either(
  /\b(coupons?|vouchers?|discounts?|gift cards?|gifts?|rewards?|bonus(es)?|free \w+|credits?|in return you get|(?<!nothing )in exchange|\d+ ?% (off|less|cheaper|back|on)|(something|money|a (bit|little)|some) off|off (your|the|their) (next )?(order|purchase|visit|bill|invoice)|(a|little|small|sweet) (treats?|presents?|freebies?|surprise)|little something|cash ?back|prizes?|raffle|prize draw|on the house|(coffee|drink|lunch|dinner|meal|dessert|delivery|next (one|order))( is| will be)? on us)\b/u,
  [
    'kupon',
    'gutschein',
    'rabat',
    'zniżk',
    'cupón',
    'descuento',
    'bon de réduction',
    'diskwento',
    'diskaun',
    'คูปอง',
    'ส่วนลด',
    'کوپن',
    'تخفیف',
  ],
);
/** A word about us where everybody can read it. */
export const publicReview = either(
  /\b(reviews?|ratings?|testimonials?|stars? on|(five|5)[- ]stars?|rate us|recommend us (on|online)|google|tripadvisor|facebook|g\.page|trustpilot|app store|play store)\b/u,
  [
    'bewertung',
    'rezension',
    'recenzj',
    'opini',
    'reseña',
    'laisser un avis',
    'pagsusuri',
    'ulasan',
    'รีวิว',
    'نقد و بررسی',
  ],
);
export const yelp = /\byelp\b/iu;

/** A price, a link or an offer, in a text that asks how somebody feels. */
export const selling =
  /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(com|net|org|shop|store|io|co|ly|me)\b|\{(link|url|price|product_link)\}|\p{Sc}\s?\d|\d\s?\p{Sc}|\b\d+([.,]\d+)? ?(usd|eur|gbp|php|pln|thb|myr|irr|sgd|jpy)\b|\b(buy|order now|add-on|upgrade|discount|special offer)\b/iu;

/** A day that can be looked up in a calendar. */
export const endDate =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}([./]\d{2,4})?\b|\b\d{1,2}(st|nd|rd|th)?\.? (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}\b/iu;
