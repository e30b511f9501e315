import { anywhereIn, phrases } from './phrases.ts';

/**
 * Words that hurry or press people, to be matched against `plain` text. English is looked at closely; of the other
 * languages only the commonest phrases are known, so a calm text there is still for a person to judge.
 */
export type Pressing = { pattern: RegExp; what: string };

export const hurrying: Pressing = {
  pattern:
    /\b(urgent(ly)?|asap|hurry|final notice|last (chance|warning|call|reminder)|act (now|fast|today)|right now|immediately|without delay|don't (wait|delay)|time is running out)\b/iu,
  what: 'hurries people',
};
/** True only if it really ends: a text that names the date may say so. */
export const scarce: Pressing = {
  pattern:
    /\b(only today|today only|just today|limited time|limited offer|while (stocks?|supplies) lasts?|expires (soon|today|tonight)|ends (soon|today|tonight)|almost (gone|sold out)|(nearly|going) gone|selling fast|this weekend only)\b/iu,
  what: 'claims that it is scarce, and no end date is named',
};
const few = String.raw`(\d+|one|two|three|four|five|six|a few|a couple of|a handful of)`;
const places = '(spots?|seats?|places?|slots?|pieces?|items?|units?|copies|tickets?|rooms?|tables?)';
/** Numbers that hurry. "You have 3 days left" and "only 3 questions" tell, and do not hurry. */
export const fewLeft: Pressing = {
  pattern: new RegExp(
    `\\b(${[
      String.raw`(only|just) ${few} (\p{L}+ ){0,2}(left|remaining|remain)`,
      `(only|just) ${few} ${places} (free|available|open)`,
      `${few} ${places} (left|remaining|remain)`,
      String.raw`(last|final) (few|\d+) ${places}|(last|final) ${places} left`,
      'selling out|running out fast|stocks? (is|are) (low|limited)',
    ].join('|')})\\b`,
    'iu',
  ),
  what: 'claims that it is scarce, and no end date is named',
};

const others =
  '(every(one|body) else|the others|all (of )?(your|the) (other )?(friends|neighbou?rs|colleagues|competitors|customers))';
/** What others do, held up to somebody who has not. "Has everybody else joined?" asks. */
const herding: Pressing = {
  pattern: new RegExp(
    `\\b(${[
      `(?<!(has|have|did) )${others}( (has|have|had|all|already|just|now))* (bought|ordered|paid|joined|upgraded|renewed|signed up|booked|uses? it|(is|are) using it)`,
      "(don't|do not) be the (last|only)|(don't|do not) (be|get) left (behind|out)",
      "you('re| are) the (only|last) (one|person|customer) (left|without|not|(who|that) (still|(has|have|did|does)(n't| not)))",
      String.raw`\d+ (other )?(people|customers|shoppers) (are|were) (looking|viewing|watching)`,
      'what will (people|the others|others|they) think',
    ].join('|')})\\b`,
    'iu',
  ),
  what: 'presses people with what others do',
};
export const guilt: Pressing = {
  pattern:
    /\b(don't miss|you('ll| will) regret|you('ll| will) miss out|disappointed in you|after all we('ve)? (did|done)|we are hurt|you still haven't|you have ignored)\b/iu,
  what: 'makes people feel guilty or afraid',
};
const threats: Pressing = {
  pattern:
    /\b(overdue account|legal action|debt collect\w*|your account will be (closed|suspended|deleted)|you will lose (access|everything))\b/iu,
  what: 'threatens',
};
const unlessTheyDo =
  "(if you (don't|do not|won't|will not|fail to|refuse to)|unless you) (pay|settle|answer|reply|respond|buy|order|renew|return|act)";
const shown =
  "(we|i)('ll| will| shall| must| may)( have to)? (publish|post|reveal|expose|share|show|announce|report|tell) (your|every(one|body)|others|people)";
/** To be made a show of, or told on. "We will share your words if you do not mind" asks. */
const exposing: Pressing = {
  pattern: new RegExp(
    `\\b(${[
      `${shown}\\b[^.?!]*\\b${unlessTheyDo}`,
      `${unlessTheyDo}\\b[^.?!]*\\b${shown}`,
      'name and shame|wall of shame|black ?list(ed)?|every(one|body) will (know|hear|see|find out)',
      "(we|i)('ll| will| shall) tell your (boss|employer|family|neighbou?rs)",
    ].join('|')})\\b`,
    'iu',
  ),
  what: 'threatens to show people up',
};
const shaming: Pressing = {
  pattern: /\b(no thanks, i (hate|prefer|don't)|100 ?% guaranteed|risk[- ]free)\b/iu,
  what: 'promises or shames',
};
const obstructing: Pressing = {
  pattern:
    /\b(cancel(lation)?( is)? (only )?(possible )?only by|only cancel (by|in)|to cancel,? (please )?(call|phone|write a letter)|(can't|cannot) be cancell?ed online|before you (can )?cancel,? you must)\b/iu,
  what: 'makes leaving hard',
};
const shouting: Pressing = { pattern: /!(?:\s?!)+|(?<!\p{L})\p{Lu}{5,}(?!\p{L})/u, what: 'shouts' };

/** The commonest phrases of urgency elsewhere. */
const elsewhere: Pressing[] = [
  // Filipino, Malay
  phrases([
    'huling pagkakataon',
    'ngayong araw lang',
    'magmadali',
    'bilisan mo',
    'bilisan ninyo',
    'apurahan',
  ]),
  phrases(['peluang terakhir', 'hari ini sahaja', 'cepat sebelum', 'stok terhad', 'jangan lepaskan peluang']),
  // Polish, German
  phrases(['ostatnia szansa', 'tylko dziś', 'tylko dzisiaj', 'pospiesz się', 'pilne', 'ostatnie sztuki']),
  phrases(['letzte chance', 'nur heute', 'beeilen sie sich', 'beeil dich', 'dringend', 'jetzt zugreifen']),
  // Spanish, French
  phrases(['última oportunidad', 'solo hoy', 'date prisa', 'dese prisa', 'urgente', 'últimas unidades']),
  phrases(['dernière chance', "aujourd'hui seulement", 'dépêchez-vous', 'offre limitée', 'derniers jours']),
  // Persian, Thai
  phrases(['آخرین فرصت', 'فقط امروز', 'عجله کنید', 'فوری', 'تعداد محدود']),
  anywhereIn(['ด่วน', 'วันนี้เท่านั้น', 'โอกาสสุดท้าย', 'รีบเลย', 'รีบซื้อ', 'จำนวนจำกัด']),
].map((pattern) => ({ pattern, what: 'hurries people' }));

/** All that no text may say, whatever date it names. */
export const pressing: readonly Pressing[] = [
  hurrying,
  guilt,
  herding,
  threats,
  exposing,
  shaming,
  obstructing,
  shouting,
  ...elsewhere,
];

/** What turns a note about a payment into a threat. */
export const dunning =
  /\b(overdue|past due|outstanding (balance|debt)|final (notice|reminder|demand)|suspen(d|ded|sion)|terminat\w+|deactivat\w+|penalt(y|ies)|late fees?|you (must|have to) pay|fail(ed|ure) to pay|your debt|collections? agency)\b/iu;
