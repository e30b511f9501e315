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
    /\b(only today|today only|just today|limited time|limited offer|while (stocks?|supplies) lasts?|expires (soon|today|tonight)|ends (soon|today|tonight)|only \d+ left|almost (gone|sold out)|selling fast|this weekend only)\b/iu,
  what: 'claims that it is scarce, and no end date is named',
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
  threats,
  shaming,
  obstructing,
  shouting,
  ...elsewhere,
];

/** What turns a note about a payment into a threat. */
export const dunning =
  /\b(overdue|past due|outstanding (balance|debt)|final (notice|reminder|demand)|suspen(d|ded|sion)|terminat\w+|deactivat\w+|penalt(y|ies)|late fees?|you (must|have to) pay|fail(ed|ure) to pay|your debt|collections? agency)\b/iu;
