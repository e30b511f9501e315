import {
  answered,
  asked,
  type Beat,
  beat,
  byMail,
  cancelled,
  checkout,
  complained,
  confirmed,
  delivered,
  downloaded,
  idea,
  newsletter,
  ordered,
  paused,
  praised,
  rated,
  reached,
  referred,
  renewed,
  resolved,
  resumed,
  reviewed,
  said,
  signedUp,
  subscribed,
  usage,
  viewed,
} from './beats.ts';
import { lines } from './lines/lines.ts';
import type { Who } from './people/people.ts';
import type { Random } from './random.ts';
import { beans, gear, type PlanId, type Rep, wholesale } from './shop.ts';

/** A shape of life with the shop, filled in by chance: who they are decides their words and what they buy. */
export type Arc = (who: Who, random: Random) => Beat[];

const someRep = (random: Random): Rep => random.pick(['lea', 'jun', 'tess']);
const goods = (who: Who, random: Random): readonly [string, number] =>
  who.company ? random.pick(wholesale) : random.chance(0.18) ? random.pick(gear) : random.pick(beans);
const planOf = (who: Who, random: Random): PlanId => (who.company ? random.pick(['cafe', 'office']) : 'home');
const say = (who: Who) => lines[who.tongue];
/** The same words as a mail, the way that people write who know whom they write to. */
const asMail = (told: Beat, who: Who, subject: string, text: string): Beat => {
  const capital = subject.charAt(0).toLocaleUpperCase() + subject.slice(1);
  return byMail(told, capital, `${say(who).hello}\n\n${text}\n\n${who.name}`);
};

/** An order and its parcel. */
const bought = (ago: number, who: Who, random: Random): Beat[] => {
  const [product, pesos] = goods(who, random);
  const aside = random.chance(0.25) ? random.pick(say(who).asides) : undefined;
  const parcel = ago - random.between(2, 5);
  return [ordered(ago, product, pesos, aside), ...(parcel > 0 ? [delivered(parcel, product)] : [])];
};
/** Orders from `from` days ago to `until`, about every `gap` days. */
const orders = (from: number, until: number, gap: number, who: Who, random: Random): Beat[] => {
  const all: Beat[] = [];
  for (let ago = from; ago >= until; ago -= gap * random.between(0.85, 1.15))
    all.push(...bought(ago, who, random));
  return all;
};
const question = (ago: number, ref: string, who: Who, random: Random): Beat[] => {
  const [about, text] = random.pick(say(who).questions);
  return [
    asMail(asked(ago, ref, about, text), who, about, text),
    answered(ago - random.between(0.1, 0.9), ref, someRep(random), random.chance(0.85) ? 'yes' : 'partly'),
  ];
};
/** A complaint with its apology, and the customer's word that it is mended. */
const mendedComplaint = (ago: number, ref: string, who: Who, random: Random): Beat[] => {
  const [about, text] = random.pick(say(who).complaints);
  const rep = someRep(random);
  const days = random.between(0.5, 2);
  return [
    asMail(complained(ago, ref, about, text), who, about, text),
    reached(ago - 0.2, rep, 'apology', 'Called, said sorry, and asked what would put it right.', 'CALL'),
    resolved(ago - days, ref, rep, 'A new bag went out the same day.'),
    confirmed(ago - days - 1.5, ref, random.pick(say(who).thanks)),
  ];
};
const news = (random: Random, after: number): Beat[] =>
  random.chance(0.6)
    ? [40, 68, 96]
        .filter((ago) => ago < after)
        .map((ago, i) =>
          newsletter(
            ago + random.between(0, 0.2),
            ['New crop from Benguet', 'How we roast on rainy days', 'Meet the growers of Sagada'][i] ??
              'News',
          ),
        )
    : [];

const browser: Arc = (_who, random) => {
  const found = random.between(6, 120);
  return [
    beat(found, 'Page Viewed', { page: 'other', url: '/' }),
    ...(random.chance(0.6) ? [signedUp(found - 0.2, 'newsletter')] : []),
    ...(random.chance(0.5) ? [viewed(found * 0.6, 'article', '/journal/grind-guide')] : []),
    ...news(random, found),
  ];
};
const asker: Arc = (who, random) => {
  const found = random.between(8, 40);
  return [
    signedUp(found, 'contact form'),
    ...question(found - 0.5, 'q1', who, random),
    ...(random.chance(0.5) ? [viewed(found * 0.5, 'pricing', '/subscriptions')] : []),
    ...(random.chance(0.3) ? [downloaded(found * 0.4, 'Grind guide (PDF)')] : []),
  ];
};
const trolley: Arc = (who, random) => {
  const [product, pesos] = goods(who, random);
  const found = random.between(3, 25);
  return [signedUp(found, 'shop'), checkout(random.between(0.3, Math.min(5, found - 0.5)), product, pesos)];
};
const newcomer: Arc = (who, random) => {
  const first = random.between(4, 28);
  return [
    signedUp(first + random.between(1, 9), 'shop'),
    ...(random.chance(0.4) ? question(first + 0.8, 'q1', who, random) : []),
    ...bought(first, who, random),
    ...(random.chance(0.4) ? [rated(Math.max(0.5, first - 6), 5, random.pick(say(who).praise))] : []),
  ];
};
const regular: Arc = (who, random) => {
  const gap = random.between(18, 45);
  const last = gap * random.between(0.15, 0.85);
  const from = last + gap * random.int(3, 9);
  return [
    signedUp(from + 2, 'shop'),
    ...orders(from, last, gap, who, random),
    ...question(from - gap * 0.5, 'q1', who, random),
    ...news(random, from),
    ...(random.chance(0.5) ? [said(last + 1.5, random.pick(say(who).asides))] : []),
    ...(random.chance(0.5) ? [rated(last + 3, random.int(4, 5))] : []),
    ...(random.chance(0.3) ? mendedComplaint(from - gap, 'k1', who, random) : []),
  ];
};
const subscriber: Arc = (who, random) => {
  const plan = planOf(who, random);
  const months = random.int(2, 14);
  const renews = random.between(8, 27);
  const start = months * 30 + 30 - renews;
  const renewals = Array.from({ length: months }, (_, i) => start - (i + 1) * 30).filter((ago) => ago > 0);
  return [
    signedUp(start + 6, 'pricing page'),
    ...question(start + 4, 'q1', who, random),
    subscribed(start, plan, 30 - start),
    ...renewals.map((ago) => renewed(ago, plan, 30 - ago)),
    ...news(random, start),
    ...(start > 40 ? [usage(9, random.between(0.85, 1.2))] : []),
    ...(random.chance(0.6) ? [said(random.between(5, 25), random.pick(say(who).asides))] : []),
    ...(random.chance(0.4) ? [rated(random.between(12, 60), random.int(4, 5))] : []),
  ];
};
const friend: Arc = (who, random) => {
  const [product] = goods(who, random);
  const gap = random.between(20, 38);
  const last = gap * random.between(0.2, 0.8);
  const act = random.between(15, 150);
  const words = say(who).praise;
  return [
    signedUp(last + gap * 8 + 3, 'shop'),
    ...orders(last + gap * 8, last, gap, who, random),
    praised(act + 10, words[0]),
    reviewed(act, product, 5, words[1] ?? words[0]),
    ...(random.chance(0.6) ? [referred(act - 8, 'Told a neighbour about us')] : []),
    ...(random.chance(0.5) ? [idea(act + 30, 'A smaller bag for people who live alone.')] : []),
    said(last * 0.7, random.pick(say(who).thanks)),
  ];
};
const sore: Arc = (who, random) => {
  const gap = random.between(20, 40);
  const [about, text] = random.pick(say(who).complaints);
  const raised = random.between(3, 9);
  return [
    ...orders(raised + 4 + gap * 4, raised + 4, gap, who, random),
    asMail(complained(raised, 'k1', about, text), who, about, text),
    rated(raised - 0.5, random.int(1, 2)),
    ...(random.chance(0.4)
      ? [
          resolved(raised - 1.6, 'k1', someRep(random), 'Sent again.'),
          beat(raised - 2.4, 'Complaint Reopened', { ref: 'k1', about }, '/inbox', who.name),
        ]
      : []),
    ...(random.chance(0.5)
      ? [reached(raised - 1, someRep(random), 'apology', 'Said sorry and asked the courier where it is.')]
      : []),
  ];
};
const cooling: Arc = (who, random) => {
  const gap = random.between(18, 32);
  const last = gap * random.between(1.8, 3);
  return [
    signedUp(last + gap * 7, 'shop'),
    ...orders(last + gap * 6, last, gap, who, random),
    ...question(last + gap * 2, 'q1', who, random),
    ...news(random, last),
  ];
};
const once: Arc = (who, random) => {
  const last = random.between(200, 420);
  return [signedUp(last + 3, 'shop'), ...bought(last, who, random), ...news(random, last)];
};
const gone: Arc = (who, random) => {
  const end = random.between(12, 150);
  const plan = planOf(who, random);
  return [
    subscribed(end + 30 * random.int(3, 9), plan, 30 - end),
    renewed(end + 30, plan, -end),
    ...(random.chance(0.5) ? mendedComplaint(end + 25, 'k1', who, random) : []),
    beat(end + 4, 'Cancel Intent Stated', { text: random.pick(say(who).leaving) }, '/inbox', who.name),
    cancelled(end, random.pick(say(who).leaving)),
  ];
};
const beach: Arc = (who, random) => {
  const since = random.between(5, 40);
  const start = since + 30 * random.int(3, 8);
  const plan = planOf(who, random);
  return [
    subscribed(start, plan, 30 - start),
    renewed(since + 12, plan, 18 - since),
    paused(since, random.between(20, 60), random.pick(say(who).leaving)),
  ];
};
const backAgain: Arc = (who, random) => {
  const back = random.between(6, 40);
  const away = random.between(210, 330);
  return [
    ...bought(back + away, who, random),
    ...bought(back, who, random),
    reached(
      back - 1,
      someRep(random),
      'thanks',
      'A card in the parcel: good to have you back.',
      'POSTAL_MAIL',
    ),
  ];
};
const resubscriber: Arc = (who, random) => {
  const back = random.between(5, 45);
  const plan = planOf(who, random);
  return [
    subscribed(back + 240, plan, -back - 60),
    cancelled(back + 90, random.pick(say(who).leaving)),
    subscribed(back, plan, 30 - (back % 30)),
    ...(random.chance(0.5) ? [resumed(back - 0.1)] : []),
    said(back - 2, random.pick(say(who).thanks)),
  ];
};

/** Each arc with how often it happens. */
export const arcs: readonly [readonly [number, Arc], ...(readonly [number, Arc])[]] = [
  [12, browser],
  [10, asker],
  [5, trolley],
  [13, newcomer],
  [30, regular],
  [24, subscriber],
  [14, friend],
  [9, sore],
  [14, cooling],
  [14, once],
  [8, gone],
  [6, beach],
  [5, backAgain],
  [4, resubscriber],
];
