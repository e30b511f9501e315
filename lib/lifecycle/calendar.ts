import { DAY } from '../contract/primitives.ts';

/** A day of the calendar; months from 1. */
export type Civil = { year: number; month: number; date: number };

/** Days since 1 January 1970 of a day of the Gregorian calendar, counted in years that begin in March. */
export const dayNumber = ({ year, month, date }: Civil): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};

/** The other way round. */
export const civilOf = (day: number): Civil => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
};

/** 29 February is kept on the 28th in years that have none. */
export const dayInYear = (year: number, month: number, date: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return dayNumber({ year, month, date: month === 2 && date === 29 && !isLeap ? 28 : date });
};

/** 1 is Monday, 7 is Sunday. 1 January 1970 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The number of the week, Monday to Sunday (ISO 8601) in UTC, that holds this moment. */
export const isoWeek = (at: number): number => Math.floor((Math.floor(at / DAY) + 3) / 7);
