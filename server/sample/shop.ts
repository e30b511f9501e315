/** The sample shop: beans, brewing gear and small roasters from Manila, for homes and cafés. */
export const shop = {
  name: 'Tindahan Kape',
  support: 'support@shop.example',
  domain: 'shop.example',
} as const;

export const reps = { lea: 'Lea Manalo', jun: 'Jun Abad', tess: 'Tess Villanueva' } as const;
export const founder = 'Ina Salonga';
export type Rep = keyof typeof reps;

/** Where a customer lives: what their clock, purse and language are by default. `utc` is the usual offset in hours. */
export const places = {
  manila: { timezone: 'Asia/Manila', utc: 8, currency: 'PHP', locale: 'en-PH' },
  cebu: { timezone: 'Asia/Manila', utc: 8, currency: 'PHP', locale: 'en-PH' },
  quezon: { timezone: 'Asia/Manila', utc: 8, currency: 'PHP', locale: 'fil-PH' },
  baguio: { timezone: 'Asia/Manila', utc: 8, currency: 'PHP', locale: 'fil-PH' },
  davao: { timezone: 'Asia/Manila', utc: 8, currency: 'PHP', locale: 'fil-PH' },
  singapore: { timezone: 'Asia/Singapore', utc: 8, currency: 'SGD', locale: 'en-SG' },
  kualaLumpur: { timezone: 'Asia/Kuala_Lumpur', utc: 8, currency: 'MYR', locale: 'ms-MY' },
  bangkok: { timezone: 'Asia/Bangkok', utc: 7, currency: 'THB', locale: 'th-TH' },
  hanoi: { timezone: 'Asia/Ho_Chi_Minh', utc: 7, currency: 'VND', locale: 'vi-VN' },
  tokyo: { timezone: 'Asia/Tokyo', utc: 9, currency: 'JPY', locale: 'ja-JP' },
  seoul: { timezone: 'Asia/Seoul', utc: 9, currency: 'KRW', locale: 'ko-KR' },
  dubai: { timezone: 'Asia/Dubai', utc: 4, currency: 'AED', locale: 'ar-AE' },
  tehran: { timezone: 'Asia/Tehran', utc: 3.5, currency: 'EUR', locale: 'fa-IR' },
  kyiv: { timezone: 'Europe/Kyiv', utc: 2, currency: 'UAH', locale: 'uk-UA' },
  warsaw: { timezone: 'Europe/Warsaw', utc: 1, currency: 'PLN', locale: 'pl-PL' },
  berlin: { timezone: 'Europe/Berlin', utc: 1, currency: 'EUR', locale: 'de-DE' },
  paris: { timezone: 'Europe/Paris', utc: 1, currency: 'EUR', locale: 'fr-FR' },
  madrid: { timezone: 'Europe/Madrid', utc: 1, currency: 'EUR', locale: 'es-ES' },
  london: { timezone: 'Europe/London', utc: 0, currency: 'GBP', locale: 'en-GB' },
  toronto: { timezone: 'America/Toronto', utc: -5, currency: 'CAD', locale: 'en-CA' },
  seattle: { timezone: 'America/Los_Angeles', utc: -8, currency: 'USD', locale: 'en-US' },
} as const;
export type PlaceId = keyof typeof places;
export type Currency = (typeof places)[PlaceId]['currency'];

/** What a hundred pesos come to, roughly, and the smallest step of a price tag. For made-up prices only. */
const tags: Record<Currency, { perHundred: number; step: number }> = {
  PHP: { perHundred: 100, step: 10 },
  SGD: { perHundred: 2.3, step: 0.5 },
  MYR: { perHundred: 7.6, step: 1 },
  THB: { perHundred: 59, step: 10 },
  VND: { perHundred: 44_000, step: 1_000 },
  JPY: { perHundred: 260, step: 50 },
  KRW: { perHundred: 2_400, step: 500 },
  AED: { perHundred: 6.4, step: 1 },
  EUR: { perHundred: 1.6, step: 0.5 },
  UAH: { perHundred: 72, step: 5 },
  PLN: { perHundred: 6.9, step: 1 },
  GBP: { perHundred: 1.4, step: 0.5 },
  CAD: { perHundred: 2.4, step: 0.5 },
  USD: { perHundred: 1.75, step: 0.25 },
};

/** The price of `pesos` on a tag in `currency`. */
export const priceIn = (currency: Currency, pesos: number): number => {
  const { perHundred, step } = tags[currency];
  return Math.max(step, Math.round((pesos * perHundred) / 100 / step) * step);
};

/** Product and price in pesos. */
type Goods = readonly [Good, ...Good[]];
type Good = readonly [product: string, pesos: number];
export const beans: Goods = [
  ['Benguet medium roast, 250 g', 420],
  ['Sagada dark roast, 1 kg', 1_350],
  ['Barako from Batangas, 250 g', 380],
  ['Mt. Apo natural, 250 g', 650],
  ['Kalinga robusta, 500 g', 560],
  ['Tuesday decaf, 250 g', 460],
];
export const gear: Goods = [
  ['Kamay hand grinder', 4_200],
  ['Patak dripper and filters', 950],
  ['Buhos kettle, 0.8 l', 2_900],
  ['Munti sample roaster, 200 g', 38_500],
];
export const wholesale: Goods = [
  ['Sagada dark roast, 10 kg', 11_800],
  ['House espresso, 20 kg', 22_400],
  ['Green beans from Bukidnon, 30 kg', 17_700],
  ['Service kit for the Baga roaster', 6_400],
];
export const plans = {
  home: { plan: 'Home: two bags a month', pesos: 790 },
  office: { plan: 'Office: 4 kg a month', pesos: 5_200 },
  cafe: { plan: 'Café: 10 kg a month', pesos: 11_800 },
} as const;
export type PlanId = keyof typeof plans;
