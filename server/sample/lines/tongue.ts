export const tongues = [
  'en',
  'fil',
  'pl',
  'th',
  'ms',
  'fa',
  'ar',
  'ja',
  'ko',
  'vi',
  'uk',
  'de',
  'fr',
  'es',
] as const;
export type Tongue = (typeof tongues)[number];

/** What people write to the shop, in one language. Short, and in the words of somebody with other things to do. */
export type Lines = {
  hello: string;
  /** What the question is about, and the question. */
  questions: Pairs;
  complaints: Pairs;
  praise: Some;
  /** Said along with an order, or in passing. */
  asides: Some;
  /** Why they pause or stop. */
  leaving: Some;
  thanks: Some;
};
type Some = readonly [string, ...string[]];
type Pair = readonly [about: string, text: string];
type Pairs = readonly [Pair, ...Pair[]];
