import { type Fault, fault } from './problem.ts';

/** How `3/4/2025` is read: day first, month first, or refused because nobody can know. */
export type DateOrder = 'dmy' | 'mdy';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);

const utc = (y: number, mo: number, d: number, h = 0, mi = 0, s = 0): number | null => {
  // Date.UTC would turn 31 February into 3 March without a word.
  const days = mo === 2 && isLeap(y) ? 29 : DAYS[mo - 1];
  if (days === undefined || d < 1 || d > days || h > 23 || mi > 59 || s > 60) return null;
  return Date.UTC(y, mo - 1, d, h, mi, s);
};

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?)?$/i;

const wrongDate = (text: string): Fault =>
  fault(`"${text.slice(0, 40)}" is no date`, 'Write dates like 2025-03-31 or 2025-03-31T09:30:00Z.');

const zoneMinutes = (zone: string | undefined): number => {
  const match = zone?.match(/^([+-])(\d{2}):?(\d{2})$/);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

/**
 * An instant in milliseconds from ISO 8601 (UTC unless it says otherwise), seconds or milliseconds since the
 * epoch, YYYYMMDD, or day/month/year in a known order.
 */
export const readInstant = (text: string, order: DateOrder | undefined): number | Fault => {
  const iso = text.match(ISO);
  if (iso) {
    const [, y, mo, d, h, mi, s, fraction, zone] = iso;
    const at = utc(Number(y), Number(mo), Number(d), Number(h ?? 0), Number(mi ?? 0), Number(s ?? 0));
    if (at === null) return wrongDate(text);
    return at + Math.floor(Number(`0${fraction ?? ''}`) * 1_000) - zoneMinutes(zone) * 60_000;
  }
  if (/^(19|20)\d{6}$/.test(text)) {
    const at = utc(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return at ?? wrongDate(text);
  }
  if (/^\d{10}$/.test(text)) return Number(text) * 1_000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const slashed = text.match(SLASHED);
  if (!slashed) return wrongDate(text);
  const [, first, second, year, h, mi, s, half] = slashed;
  const [a, b] = [Number(first), Number(second)];
  const known = order ?? (a > 12 ? 'dmy' : b > 12 ? 'mdy' : undefined);
  if (!known && a !== b) {
    return fault(`"${text}" may be two dates`, 'Say which comes first with --dates dmy or --dates mdy.');
  }
  const [day, month] = known === 'mdy' ? [b, a] : [a, b];
  const noon = half === undefined ? 0 : half.toLowerCase() === 'pm' ? 12 : 0;
  const hour = half === undefined ? Number(h ?? 0) : (Number(h) % 12) + noon;
  return utc(Number(year), month, day, hour, Number(mi ?? 0), Number(s ?? 0)) ?? wrongDate(text);
};

/** A number as people write it: currency signs and spaces dropped, the last of `.` and `,` is the decimal one. */
export const readNumber = (text: string): number | Fault => {
  const wrong = () => fault(`"${text.slice(0, 40)}" is no number`, 'Write numbers like 1234.50.');
  const negative = /^\(.*\)$/.test(text) || /^[^\d.,]*-/.test(text);
  const digits = text.replace(/[\p{Sc}\s'()+-]|[A-Z]{3}/gu, '');
  if (!/^\d*([.,]\d+)*$/.test(digits) || digits === '') return wrong();
  const comma = digits.lastIndexOf(',');
  const dot = digits.lastIndexOf('.');
  let normal: string;
  if (comma >= 0 && dot >= 0) {
    normal = comma > dot ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  } else if (comma >= 0) {
    // 1,234 is a thousand and more; 12,50 is twelve and a half.
    normal = /^\d{1,3}(,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  } else {
    normal = digits;
  }
  const value = Number(normal);
  if (!Number.isFinite(value)) return wrong();
  return negative ? -value : value;
};

export const readBoolean = (text: string): boolean | Fault => {
  if (/^(true|yes|y|1)$/i.test(text)) return true;
  if (/^(false|no|n|0)$/i.test(text)) return false;
  return fault(`"${text.slice(0, 40)}" is neither yes nor no`, 'Write yes or no.');
};
